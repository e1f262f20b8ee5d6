import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actions } from '#lib/domain/actions/tables.ts';
import { statusOn } from '#lib/domain/actions/status.ts';
import { answers, assessments } from '#lib/domain/assessments/tables.ts';
import { cycles } from '#lib/domain/cycles/tables.ts';
import { results } from '#lib/domain/results/tables.ts';
import { checkChain } from '#lib/domain/audit/checking.server.ts';
import { everyLine } from '#lib/domain/audit/listing.server.ts';
import { dayOf } from '#lib/domain/calendar/dates.ts';
import { evidence, evidenceVersions } from '#lib/domain/evidence/tables.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { checkSnapshots } from '#lib/domain/snapshots/checking-snapshots.server.ts';
import { agendaItems, interests, meetings } from '#lib/domain/board/tables.ts';
import { demandSummaryOf } from '#lib/domain/demand/counting.server.ts';
import { channelCostsOf } from '#lib/domain/findings/reading.server.ts';
import { findingEvidence, findings } from '#lib/domain/findings/tables.ts';
import { journeys } from '#lib/domain/journeys/tables.ts';
import { compareFigures } from '#lib/domain/maps/comparing-figures.ts';
import { figuresOf } from '#lib/domain/maps/figures.ts';
import { mapOf } from '#lib/domain/maps/reading.server.ts';
import { keptReports, reportSchedules } from '#lib/domain/kept-reports/tables.ts';
import type { Report } from '#lib/reports/description.ts';
import { actionsOf, decisionsOf } from '#lib/reports/journey/gathered.server.ts';
import { compareReports } from '#lib/reports/kept/comparing.ts';
import { hashOfKept } from '#lib/reports/kept/keeping.server.ts';
import { open, type Database } from '#lib/server/database.ts';
import { readSeed, structureFile } from './files.ts';
import { prepareExampleCouncil } from './preparing.server.ts';
import { serviceFile } from './service-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'golden-thread-example-'));
const seed = 'seed/example-council';
const years = readdirSync(join(seed, 'services')).map((file) => readSeed(seed, join('services', file), serviceFile));
const names = new Map(
	readSeed(seed, 'structure.yaml', structureFile).directorates.flatMap((directorate) =>
		directorate.services.map(({ key, name }) => [key, name] as const)
	)
);
let db: Database;
const log = console.log;

async function made(name: string): Promise<Database> {
	console.log = () => {};
	await prepareExampleCouncil(join(folder, name));
	console.log = log;
	return open(join(folder, name));
}
beforeAll(async () => {
	db = await made('one.sqlite');
}, 120_000);
afterAll(() => {
	db?.$client.close();
	rmSync(folder, { recursive: true, force: true });
});

/** A service's assessments on the five levels, the first cycle's and the second's, with the level worked out for `agreed`. */
const assessed = (key: string) =>
	db
		.select({
			status: assessments.status,
			agreedLevel: assessments.agreedLevel,
			computed: results.level,
			answered: results.answered,
			starts: cycles.startsOn
		})
		.from(assessments)
		.innerJoin(cycles, eq(cycles.id, assessments.cycleId))
		.innerJoin(services, eq(services.id, assessments.serviceId))
		.innerJoin(results, and(eq(results.assessmentId, assessments.id), eq(results.basis, 'agreed')))
		.where(and(eq(services.name, names.get(key) ?? ''), sql`${cycles.name} like '20__/__%'`))
		.orderBy(cycles.startsOn)
		.all();

describe.each(years.map((year) => [year.service, year] as const))('%s', (key, { baseline, current }) => {
	test('comes to the levels its file says, by the rules', () => {
		const [first, second] = baseline ? assessed(key) : [undefined, ...assessed(key)];
		if (baseline) expect([first?.status, first?.agreedLevel]).toEqual(['agreed', baseline.level]);
		expect(second?.status).toBe(current.state);
		if (current.level !== undefined) expect(second?.computed).toBe(current.level);
		if (current.override) expect(second?.agreedLevel).toBe(current.override.level);
	});

	test('says something of its own in every comment', () => {
		const said = Object.values({ ...baseline?.answers, ...current.answers }).map(({ comment }) => comment);
		expect(said.every((comment) => comment.length > 15)).toBe(true);
		expect(new Set(said).size).toBe(said.length);
	});
});

test('thirteen services, three frameworks, every state of an assessment and of an action', () => {
	expect(years).toHaveLength(13);
	expect(db.select({ status: assessments.status }).from(assessments).groupBy(assessments.status).all()).toHaveLength(6);
	const today = dayOf(Date.now());
	const shown = new Set(
		db
			.select()
			.from(actions)
			.all()
			.map((action) => statusOn(action, today))
	);
	expect([...shown].sort()).toEqual(['at risk', 'done', 'dropped', 'late', 'not started', 'on track']);
	const repairs = assessed('repairs').at(-1);
	expect([repairs?.status, repairs?.answered]).toEqual(['draft', 18]);
});

test('its evidence is real: files, links and notes, current, running out and out of date', () => {
	const kinds = db.select({ kind: evidence.kind }).from(evidence).groupBy(evidence.kind).all();
	expect(kinds.map(({ kind }) => kind).sort()).toEqual(['file', 'link', 'note']);
	expect(db.select().from(evidence).all().length).toBeGreaterThanOrEqual(40);
	const types = db
		.select({ name: evidenceVersions.fileName })
		.from(evidenceVersions)
		.where(sql`file_name is not null`)
		.all();
	expect(new Set(types.map(({ name }) => name?.split('.').at(-1))).size).toBeGreaterThanOrEqual(3);
	const today = dayOf(Date.now());
	expect(
		db
			.select()
			.from(evidence)
			.where(sql`effective_to < ${today}`)
			.all().length
	).toBeGreaterThan(0);
});

test('three journeys: one finished with what the board decided done and measured, one before the board, one being mapped', () => {
	const state = db.select({ name: journeys.name, state: journeys.state, id: journeys.id }).from(journeys).orderBy(journeys.number).all();
	expect(state.map(({ name, state }) => [name, state])).toEqual([
		['Repair to a council home', 'finished'],
		['Making a planning application', 'open'],
		['Recruiting and inducting a colleague', 'open']
	]);
	const repair = state[0]?.id ?? '';
	const [asIs, toBe] = [mapOf(db, repair, 'as-is'), mapOf(db, repair, 'to-be')];
	if (!asIs || !toBe) throw new Error('The repair journey has no maps');
	const figures = compareFigures(figuresOf(asIs, channelCostsOf(db)), figuresOf(toBe, channelCostsOf(db)));
	// worked by hand from the steps of its file
	expect(figures.map(({ label, asIs, toBe }) => [label, asIs?.text, asIs?.note, toBe?.text])).toEqual([
		['Customer’s time in all', '26.7 days', '', '9.1 days'],
		['Share of it spent waiting', '99.7%', '', '99.1%'],
		['Hand-offs', '5', '', '2'],
		['Channel switches', '5', '', '4'],
		['Failure demand, contacts a year', '11,420', '35.9% of 31,800', '4,100'],
		['Its cost a year', '£55,381', '', '£16,644'],
		['Steps not fully measured', '0', 'of 14', '0']
	]);
	const { all, failures } = demandSummaryOf(db, repair);
	expect([all, failures[0]?.type, failures[0]?.count]).toEqual([{ value: 35, failure: 25, all: 60 }, 'Nobody came', 8]);
	const made = actionsOf(db, repair, dayOf(Date.now()));
	expect(made.map(({ status, outcome }) => [status, outcome])).toEqual(Array(4).fill(['done', 'measure moved']));
	expect(decisionsOf(db, repair).map(({ decision }) => decision)).toEqual([
		'accept',
		'accept',
		'accept with changes',
		'accept',
		'accept',
		'reject'
	]);
});

test('what a complaint and an observation found stands beside the gaps and the journeys, with evidence and what is recommended', () => {
	const byHand = db
		.select()
		.from(findings)
		.where(inArray(findings.source, ['complaint', 'observation']))
		.all();
	expect(byHand.map(({ source, severity }) => [source, severity]).sort()).toEqual([
		['complaint', 'high'],
		// of what was learnt from a complaint
		['complaint', 'medium'],
		['observation', 'medium']
	]);
	expect(db.select().from(findingEvidence).all()).toHaveLength(1);
	const tomorrow = Date.now() + 24 * 60 * 60 * 1000;
	expect(db.select().from(findings).where(gt(findings.foundAt, tomorrow)).all()).toEqual([]);
});

test('two meetings of the board: one held, one planned with its agenda, views and an interest', () => {
	const held = db.select().from(meetings).orderBy(meetings.number).all();
	expect(held.map(({ state }) => state)).toEqual(['held', 'planned']);
	expect(
		db
			.select()
			.from(agendaItems)
			.where(eq(agendaItems.meetingId, held[1]?.id ?? ''))
			.all()
	).toHaveLength(6);
	expect(db.select().from(interests).all()).toHaveLength(1);
});

test('its audit trail is whole, in the order of time, and its snapshots work out to themselves', () => {
	expect(checkChain(db).whole).toBe(true);
	const back = db.all(sql`select a.number from audit_line a join audit_line b on b.number = a.number + 1 where b.at < a.at`);
	expect(back).toEqual([]);
	expect(checkSnapshots(db, { limit: 1000 }).faults).toEqual([]);
});

test('made twice on one day it is the same', async () => {
	const again = await made('two.sqlite');
	const content = (of: Database) => ({
		answers: of
			.select({ criterion: answers.criterion, rating: answers.rating, comment: answers.comment })
			.from(answers)
			.orderBy(answers.comment, answers.criterion)
			.all(),
		results: of
			.select({ basis: results.basis, level: results.level, index: results.index })
			.from(results)
			.orderBy(results.basis, results.level, results.index)
			.all(),
		lines: of.all(sql`select what, at from audit_line order by number`)
	});
	expect(content(again)).toEqual(content(db));
	again.$client.close();
}, 120_000);

test('the audit trail is in words: names and dates, no identifier and no raw moment', () => {
	const lines = [...everyLine(db, {})];
	expect(lines.length).toBeGreaterThan(1000);
	const strange = lines
		.map(({ number, what, which, fields, changes }) => `${number} ${what} | ${which} | ${fields} | ${JSON.stringify(changes)}`)
		.filter((line) => /[0-9a-f]{8}-[0-9a-f]{4}-|\b\d{13}\b|\b\d{4}-\d{2}-\d{2}\b|one that is gone|\[object|undefined/.test(line));
	expect(strange.slice(0, 5)).toEqual([]);
});

test('reports are kept of it: the performance a month apart, and the golden thread; one schedule goes on', () => {
	const kept = db.select().from(keptReports).orderBy(asc(keptReports.number)).all();
	expect(kept.map(({ kind }) => kind)).toEqual(['performance', 'performance', 'golden thread']);
	const [before, then] = kept.map(({ content }) => JSON.parse(content) as Report);
	expect(compareReports(before!, then!).flatMap(({ differences }) => differences).length).toBeGreaterThan(20);
	for (const { content, sha256, unnamed } of kept) {
		expect(hashOfKept(content)).toBe(sha256);
		expect(unnamed).not.toBeNull();
	}
	const schedules = db.select().from(reportSchedules).all();
	expect(schedules).toMatchObject([{ kind: 'performance', rhythm: 'monthly', stoppedAt: null }]);
	expect(schedules[0]!.nextOn > dayOf(Date.now())).toBe(true);
});
