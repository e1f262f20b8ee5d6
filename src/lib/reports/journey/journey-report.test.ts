import { writeFileSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { addFinding } from '#lib/domain/findings/adding.server.ts';
import { contacts } from '#lib/domain/demand/tables.ts';
import { evidence } from '#lib/domain/evidence/tables.ts';
import { channelCosts } from '#lib/domain/contact-costs/tables.ts';
import { journeys, lessons, personas } from '#lib/domain/journeys/tables.ts';
import { mapStages, mapSteps, maps, stepEvidence } from '#lib/domain/maps/tables.ts';
import { journeySeen } from '#lib/domain/journeys/finding.server.ts';
import type { Database } from '#lib/server/database.ts';
import { aJourney } from '../../../../tests/support/journeys.ts';
import { readPdf } from '../../../../tests/support/pdf-text.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { tablesOf } from '../description.ts';
import { fileOf } from '../file.server.ts';
import { journeyReportsSeen, reportableJourneySeen } from './finding.server.ts';
import { journeyReport } from './journey-report.server.ts';

const today = '2026-11-22';
let db: Database;
let id: string;

beforeEach(() => {
	db = testDatabase();
	id = aJourney(db, { team: ['colleague'], crosses: ['contact-centre'] });
	db.insert(channelCosts).values({ channel: 'phone', pence: 490 }).run();
	db.insert(personas).values({ journeyId: id, name: 'Tenant with young children', facts: 'Works shifts\nNo landline', position: 1 }).run();
	db.insert(lessons).values({ journeyId: id, step: 'gather', text: 'Sit with the schedulers first', notedBy: 'manager', notedAt: 1 }).run();
	const map = db.insert(maps).values({ journeyId: id, kind: 'as-is' }).returning({ id: maps.id }).get().id;
	const stage = db.insert(mapStages).values({ mapId: map, position: 1, name: 'Wait' }).returning({ id: mapStages.id }).get().id;
	const step = {
		does: 'Rings to ask when',
		channel: 'phone',
		waitingMinutes: 30,
		handlingMinutes: 10,
		demand: 1000,
		failureDemand: 400
	} as const;
	const { id: stepId } = db
		.insert(mapSteps)
		.values({ mapId: map, stageId: stage, position: 1, ...step })
		.returning({ id: mapSteps.id })
		.get();
	for (let day = 11; day <= 20; day++)
		db.insert(contacts)
			.values({
				journeyId: id,
				stepId,
				words: 'When do you come?',
				kind: 'failure',
				type: 'Chasing',
				channel: 'phone',
				heardOn: `2026-11-${day}`,
				notedBy: 'manager',
				notedAt: day
			})
			.run();
	const finding = { what: 'No text when a slot moves', serviceId: 'repairs', stepId, severity: 'critical', howOften: 'Daily' } as const;
	const found = addFinding(db, cast.manager, journeySeen(db, cast.manager, id), {
		...finding,
		whys: ['The system does not send them'],
		frameworkVersionId: null,
		criterion: null,
		breaches: ''
	});
	if (!found.ok) throw new Error(found.text);
});

const report = (person = cast.manager) => journeyReport(db, person, reportableJourneySeen(db, person, id), today);
const rows = (table: string) => tablesOf(report()).find((one) => one.id === table)?.rows ?? [];

test('the report says what was looked at, heard, found and learned, each figure as its own page shows it', () => {
	expect(report().title).toBe('“I want a repair to my council home”: 1 finding');
	expect(rows('personas')).toEqual([{ name: 'Tenant with young children', facts: 'Works shifts; No landline', needs: '' }]);
	expect(rows('figures').find(({ figure }) => String(figure).startsWith('Failure'))).toMatchObject({
		asIs: '400, 40.0% of 1,000',
		toBe: ''
	});
	expect(rows('failure-demand')).toEqual([{ type: 'Chasing', count: 10, of: 10, yearly: 365, cost: '£1,789' }]);
	expect(rows('findings')).toMatchObject([
		{ what: 'No text when a slot moves', severity: 'Critical', where: '1. Rings to ask when', rootCause: 'The system does not send them' }
	]);
	expect(rows('lessons')).toEqual([{ step: 'Gather', text: 'Sit with the schedulers first', takenUp: '' }]);
});

test('the table of steps tells the judgement of each and its evidence, as far as the reader may see it', () => {
	const step = db.select({ id: mapSteps.id }).from(mapSteps).get()!;
	const note = { kind: 'note', shows: 'When they ring', serviceId: 'repairs', ownerId: 'manager', strength: 'high' } as const;
	for (const [evidenceId, title] of [
		['a', 'Calls in June'],
		['b', 'Survey']
	] as const) {
		db.insert(evidence)
			.values({ ...note, id: evidenceId, title, effectiveFrom: '2026-01-01' })
			.run();
		db.insert(stepEvidence).values({ stepId: step.id, evidenceId, addedBy: 'manager', addedAt: 1 }).run();
	}
	expect(rows('steps')).toMatchObject([{ evidence: 'Not evidenced: Calls in June; Survey' }]);
	const seen = tablesOf(report(cast.colleague)).find((one) => one.id === 'steps')?.rows;
	expect(seen).toMatchObject([{ evidence: 'Not evidenced: 2 pieces that you may not see' }]);
});

test('a viewer reads it once the review is finished, and then without the name of anybody', () => {
	expect(() => reportableJourneySeen(db, cast.viewer, id)).toThrow();
	expect(journeyReportsSeen(db, cast.viewer, null).rows).toEqual([]);
	db.update(journeys).set({ state: 'finished', closedOn: today }).where(eq(journeys.id, id)).run();
	expect(journeyReportsSeen(db, cast.viewer, null).rows).toHaveLength(1);
	const seen = JSON.stringify(report(cast.viewer));
	for (const { name } of Object.values(cast)) expect(seen).not.toContain(name);
	expect(JSON.stringify(report())).toContain('Col League');
});

test('its team reads it, whoever they are, and others do not', () => {
	expect(reportableJourneySeen(db, cast.colleague, id).id).toBe(id);
	expect(journeyReportsSeen(db, cast.colleague, null).rows).toHaveLength(1);
	expect(() => reportableJourneySeen(db, cast.planner, id)).toThrow();
	expect(() => reportableJourneySeen(db, cast.administrator, id)).toThrow();
});

test('a part too long for one page runs on to the next, and nothing of it is lost', async () => {
	const { words: _, id: __, ...one } = db.select().from(contacts).limit(1).get()!;
	db.insert(contacts)
		.values(Array.from({ length: 40 }, (_, i) => ({ ...one, words: `Contact ${i}`, type: `Kind ${i}` })))
		.run();
	const { text } = readPdf(Buffer.from((await fileOf(db, report(), { format: 'pdf', today }))?.bytes ?? []));
	for (const said of ['commonest first', 'How the figures of a year', 'Demand by step']) expect(text).toContain(said);
}, 20_000);

test('page, PDF, workbook and JSON have the same figures', async () => {
	const made = report();
	const pdf = await fileOf(db, made, { format: 'pdf', today });
	if (process.env.PDF) writeFileSync(process.env.PDF, pdf?.bytes ?? '');
	const text = readPdf(Buffer.from(pdf?.bytes ?? [])).text.replaceAll(/\s+/g, ' ');
	for (const said of ['No text when a slot moves', '400, 40.0% of 1,000', 'Rings to ask when', '1 lesson learned'])
		expect(text).toContain(said);
	const json = await fileOf(db, made, { format: 'json', today });
	expect(new TextDecoder().decode(json?.bytes)).toContain('£1,789');
});
