import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { complaintFigures } from '#lib/domain/complaints/counting.server.ts';
import { figureRows, sumsOf, totalOf } from '#lib/domain/complaints/figures.server.ts';
import { filtersIn as demandFilters } from '#lib/domain/demand/filters.ts';
import { everyContact } from '#lib/domain/demand/listing.server.ts';
import type { Channel } from '#lib/domain/journeys/channels.ts';
import { journeys } from '#lib/domain/journeys/tables.ts';
import { allMeasures } from '#lib/domain/measures/finding.server.ts';
import { addPeriods, periodsFrom } from '#lib/domain/measures/period.ts';
import { seriesOf } from '#lib/domain/measures/series.server.ts';
import type { Computation } from '#lib/domain/measures/words.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import type { SurveyPart } from '#lib/domain/surveys/words.ts';
import { findings } from '#lib/domain/findings/tables.ts';
import { addDays, dayOf } from '#lib/domain/calendar/dates.ts';
import { complaintStages, tellUsCases } from '#lib/domain/complaints/tables.ts';
import { satisfactionByPart } from '#lib/domain/surveys/results.server.ts';
import { surveyAnswers, surveys } from '#lib/domain/surveys/tables.ts';
import { open, type Database } from '#lib/server/database.ts';
import { eq } from 'drizzle-orm';
import { prepareExampleCouncil } from './preparing.server.ts';

const folder = mkdtempSync(join(tmpdir(), 'golden-thread-feedback-'));
const today = dayOf(Date.now());
let db: Database;
const log = console.log;
beforeAll(async () => {
	console.log = () => {};
	await prepareExampleCouncil(join(folder, 'one.sqlite'));
	console.log = log;
	db = open(join(folder, 'one.sqlite'));
}, 120_000);
afterAll(() => {
	db?.$client.close();
	rmSync(folder, { recursive: true, force: true });
});

test('the council has feedback in every state: late, extended, at both stages, withdrawn, superseded, twice', () => {
	const cases = db.select().from(tellUsCases).all();
	const stages = db.select().from(complaintStages).all();
	expect(cases.length).toBeGreaterThan(140);
	expect(new Set(cases.map(({ kind }) => kind)).size).toBe(3);
	expect(new Set(cases.map(({ state }) => state)).size).toBe(4);
	expect(cases.filter(({ dueOn }) => dueOn && dueOn < today).length).toBeGreaterThanOrEqual(2);
	expect(cases.filter(({ duplicateOfId }) => duplicateOfId)).toHaveLength(1);
	expect(stages.filter(({ dueFirst, answeredOn }) => dueFirst && !answeredOn).length).toBeGreaterThanOrEqual(1);
	expect(stages.filter(({ attempt }) => attempt === 2)).toHaveLength(1);
	expect(new Set(stages.map(({ stage, answeredOn }) => `${stage} ${answeredOn !== null}`)).size).toBeGreaterThanOrEqual(5);
	expect(
		db
			.select()
			.from(findings)
			.where(eq(findings.source, 'complaint'))
			.all()
			.some(({ sourceId }) => sourceId !== null)
	).toBe(true);
});

test('three years of it are there, and every figure has something to say', () => {
	const months = { from: addDays(today, -1095).slice(0, 7), to: today.slice(0, 7), today };
	for (const figure of complaintFigures) {
		const { numerator, denominator } = totalOf(sumsOf(db, figure, 'all', months), true);
		expect(numerator, figure).toBeGreaterThan(0);
		if (figure.includes('in time')) expect(numerator, figure).toBeLessThan(denominator ?? 0);
	}
});

test('the surveys answer what Northampton’s did, and a burst of answers waits to be looked at', () => {
	expect(
		db
			.select()
			.from(surveys)
			.all()
			.map(({ kind }) => kind)
			.sort()
	).toEqual(['annual', 'exit', 'monthly']);
	const parts = satisfactionByPart(db, { from: addDays(today, -365), to: today, services: 'all' });
	const share = (part: string) => parts.find((one) => one.part === part)?.share?.share ?? 0;
	expect(share('overall')).toBeGreaterThan(0.75);
	expect(share('wait')).toBeLessThan(share('overall'));
	expect(db.select().from(surveyAnswers).where(eq(surveyAnswers.state, 'held')).all().length).toBeGreaterThan(10);
});

/* What the measures say and what the pages of feedback, the complaints report and the demand logs say is one and the same. */

const lastMonth = addPeriods(today.slice(0, 7), -1);
const year = periodsFrom(addPeriods(lastMonth, -11), lastMonth);
const allServices = () => db.select({ id: services.id }).from(services).all();
/** The values of the measure that rests on a computation, by month: 'numerator/denominator'. */
function measured(computation: Computation, scope: { serviceId?: string; channel?: Channel } = {}): Map<string, string> {
	const measure = allMeasures(db).find((one) => one.computation === computation)!;
	return new Map(seriesOf(db, measure.id, scope, 13, today).map((point) => [point.period, `${point.numerator}/${point.denominator}`]));
}

test.each([
	['informal complaints', ['informal']],
	['stage 1 complaints', ['stage 1']],
	['stage 2 complaints', ['stage 2']],
	['complaints answered in time', ['stage 1 in time', 'stage 2 in time']]
] as const)(
	'%s: the measure says what the pages and the report of complaints say, month by month and by service',
	(computation, figures) => {
		let compared = 0;
		for (const serviceId of [undefined, ...allServices().map(({ id }) => id)]) {
			const values = measured(computation, serviceId ? { serviceId } : {});
			for (const period of year) {
				const months = { from: period, to: period, today };
				const rows = figureRows(db, serviceId ? [serviceId] : 'all', months, months).filter(({ key }) =>
					(figures as readonly string[]).includes(key)
				);
				const sum = (pick: (row: (typeof rows)[number]) => number | null) => rows.reduce((total, row) => total + (pick(row) ?? 0), 0);
				const isRate = rows[0]!.now.denominator !== null;
				const [numerator, denominator] = [sum(({ now }) => now.numerator), isRate ? sum(({ now }) => now.denominator) : null];
				const said = (isRate ? denominator : numerator) ? `${numerator}/${denominator}` : undefined;
				expect(values.get(period), `${period} ${serviceId}`).toBe(said);
				if (said) compared++;
			}
		}
		expect(compared).toBeGreaterThan(5);
	}
);

test('satisfaction by part: the measures say what the surveys say, month by month', () => {
	const computations: Record<SurveyPart, Computation> = {
		overall: 'satisfied overall',
		welcome: 'satisfied with the welcome',
		wait: 'satisfied with the wait',
		efficiency: 'satisfied with the efficiency',
		interaction: 'satisfied with the interaction',
		delivery: 'satisfied with the delivery',
		resolved: 'resolved first time'
	};
	for (const period of year) {
		const parts = satisfactionByPart(db, { from: `${period}-01`, to: `${period}-31`, services: 'all' });
		for (const { part, answered, satisfied } of parts) {
			expect(measured(computations[part]).get(period), `${period} ${part}`).toBe(`${satisfied}/${answered}`);
		}
	}
});

test('failure demand: the measure says what the logs of the reviews hold, by month, service and channel', () => {
	const logged = new Map<string, { failure: number; all: number }>();
	for (const journey of db.select().from(journeys).all())
		for (const { kind, channel, heardOn } of everyContact(db, journey.id, demandFilters(new URLSearchParams()))) {
			const period = heardOn.slice(0, 7);
			if (period > lastMonth || period < year[0]!) continue;
			const key = `${period} ${journey.serviceId} ${channel}`;
			const sum = logged.get(key) ?? { failure: 0, all: 0 };
			logged.set(key, { failure: sum.failure + Number(kind === 'failure'), all: sum.all + 1 });
		}
	expect(logged.size).toBeGreaterThan(5);
	for (const [key, { failure, all }] of logged) {
		const [period = '', serviceId = '', ...channel] = key.split(' ');
		const values = measured('failure in demand logs', { serviceId, channel: channel.join(' ') as Channel });
		expect(values.get(period), key).toBe(`${failure}/${all}`);
	}
});
