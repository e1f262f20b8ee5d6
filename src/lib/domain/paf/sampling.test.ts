import { beforeEach, expect, test } from 'vitest';
import { withAdvisors, pafCast } from '../../../../tests/support/paf-cast.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { auditLines } from '#lib/domain/audit/tables.ts';
import { moveStaff } from '#lib/domain/organisation/staff-changing.server.ts';
import { shuffled } from '#lib/domain/statistics/sampling.ts';
import { at } from '#lib/server/clock.ts';
import type { Database } from '#lib/server/database.ts';
import { chooseInteraction } from './choosing.server.ts';
import { logInteraction, type InteractionTyped } from './interactions.server.ts';
import { monthFiltersIn } from './list-filters.ts';
import { countMonths, monthsListed } from './months-listing.server.ts';
import { monthRun, openMonth, setQuotas } from './months.server.ts';
import { drawSamples, sampleAgain, samplesOf, seedFor } from './sampling.server.ts';
import { interactions, pafAssessments } from './tables.ts';

let db: Database;
let month: string;
const moment = (day: number) => Date.UTC(2026, 10, day, 10);
const log = (reference: string, more: Partial<InteractionTyped> = {}) =>
	logInteraction(db, cast.manager, { reference, staffId: 'avi', channel: 'phone', at: moment(12), seconds: 60, ...more });

beforeEach(() => {
	db = withAdvisors(testDatabase());
	const opened = openMonth(db, cast.manager, { serviceId: 'repairs', month: '2026-11', quotas: { phone: 3 } });
	if (!opened.ok) throw new Error(opened.text);
	month = opened.id;
});
const draw = (seed = '20261101') => drawSamples(db, cast.manager, monthRun(db, cast.manager, month), seed);

test('a month is opened once, by who runs PAF in the service, and seen by nobody else', () => {
	const again = { serviceId: 'repairs', month: '2026-11', quotas: {} };
	expect(openMonth(db, cast.manager, again)).toMatchObject({ ok: false, code: 'month-there' });
	expect(openMonth(db, cast.planner, again)).toMatchObject({ ok: false, code: 'no-service' });
	expect(monthsListed(db, cast.assessor, monthFiltersIn(new URLSearchParams()), {}).rows.map(({ month }) => month)).toEqual(['2026-11']);
	expect(countMonths(db, cast.planner, monthFiltersIn(new URLSearchParams()))).toBe(0);
	expect(() => monthRun(db, cast.planner, month)).toThrow();
	expect(() => monthRun(db, pafCast.leader, month)).toThrow();
});

test('an interaction is written down once, in the team of its day, not after the advisor left', () => {
	at(moment(16), () => moveStaff(db, cast.administrator, 'avi', { teamId: 'desk', version: 1 }));
	expect(log('H1', { at: moment(15) }).ok).toBe(true);
	expect(log('H2', { at: moment(16) }).ok).toBe(true);
	expect(db.select().from(interactions).all()).toMatchObject([{ teamId: 'calls' }, { teamId: 'desk' }]);
	expect(log('H1')).toMatchObject({ code: 'twice', field: 'reference' });
	expect(log('H3', { staffId: 'gus', at: moment(11) })).toMatchObject({ code: 'left' });
	expect(log('H3', { at: Date.UTC(2027, 0, 1) })).toMatchObject({ code: 'future' });
	expect(logInteraction(db, cast.planner, { reference: 'H4', staffId: 'avi', channel: 'phone', at: moment(1), seconds: null }).ok).toBe(
		false
	);
});

test('a sample is drawn by its seed, and anyone who has the seed and the list draws the same again', () => {
	const all = Array.from({ length: 20 }, (_, i) => `A${i}`);
	for (const reference of all) log(reference);
	log('B1', { staffId: 'bea' });
	expect(draw()).toMatchObject({ ok: true, drawn: 4, short: [{ name: 'Béa Renée', channel: 'phone', wanted: 3, there: 1 }] });
	const [avi] = samplesOf(db, [month]);
	expect(avi?.sample).toMatchObject({ populationSize: 20, wanted: 3, seed: seedFor('20261101', 'P1', 'phone') });
	const drawn = db
		.select()
		.from(pafAssessments)
		.all()
		.filter(({ staffId }) => staffId === 'avi');
	expect(drawn.every(({ selection, state }) => selection === 'sampled' && state === 'to score')).toBe(true);
	// what comes later was not in the list
	log('A99');
	const again = sampleAgain(db, avi!.sample.id)!;
	expect(again.list).toHaveLength(20);
	const references = new Map(
		db
			.select()
			.from(interactions)
			.all()
			.map(({ id, reference }) => [id, reference])
	);
	expect(again.again.sort()).toEqual(drawn.map(({ interactionId }) => references.get(interactionId)).sort());
	expect(again.again).toEqual(shuffled('20261101 P1 phone', all).slice(0, 3).sort());
	expect(draw('another')).toMatchObject({ ok: false, code: 'all-drawn' });
	expect(() => db.$client.exec(`update paf_sample set seed = 'mine'`)).toThrow('final record');
});

test('without a list or quotas there is nothing to draw, and the sentence says what to do', () => {
	expect(draw()).toMatchObject({ ok: false, code: 'no-list' });
	setQuotas(db, cast.manager, { id: month, quotas: {}, version: 1 });
	log('A1');
	expect(draw()).toMatchObject({ ok: false, code: 'no-quotas' });
});

test('a chosen interaction is marked with why, once, in a month that is open', () => {
	log('A1');
	expect(chooseInteraction(db, cast.manager, { reference: 'A1', why: 'A complaint came of it' })).toMatchObject({ ok: true, number: 1 });
	expect(db.select().from(pafAssessments).all()).toMatchObject([{ selection: 'chosen', why: 'A complaint came of it', sampleId: null }]);
	expect(chooseInteraction(db, cast.manager, { reference: 'A1', why: 'Again' })).toMatchObject({ code: 'there' });
	log('O1', { at: Date.UTC(2026, 8, 1) });
	expect(chooseInteraction(db, cast.manager, { reference: 'O1', why: 'x' })).toMatchObject({ code: 'month-closed' });
	expect(chooseInteraction(db, cast.planner, { reference: 'A1', why: 'x' })).toMatchObject({ code: 'no-interaction' });
	expect(JSON.stringify(db.select().from(auditLines).all())).not.toContain('A complaint came of it');
});
