import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { auditLines } from '#lib/domain/audit/tables.ts';
import { services, teams } from '#lib/domain/organisation/tables.ts';
import { channels } from '#lib/domain/journeys/channels.ts';
import type { Database } from '#lib/server/database.ts';
import { eq } from 'drizzle-orm';
import { councilWithMeasures, enter, measuresToday, value } from '../../../../tests/support/measures.ts';
import { cast } from '../../../../tests/support/test-database.ts';
import { releaseMonth } from './releasing.server.ts';
import { seriesOf } from './series.server.ts';
import { compareMeasureSums, rebuildMeasureSums } from './sums.server.ts';
import { measureSums, measureValues } from './tables.ts';

let db: Database;
let ids: Record<string, string>;
beforeEach(() => ({ db, ids } = councilWithMeasures()));
const share = () => ids['first-contact-resolution']!;
const count = () => ids['contacts']!;
const at = (scope: object = {}) =>
	seriesOf(db, share(), scope, 12, measuresToday).map(({ period, numerator, denominator }) => [period, numerator, denominator]);

test('values by service and channel are summed for the service, the channel and the council', () => {
	const repairs = { serviceId: 'repairs' };
	expect(
		enter(db, [
			value(share(), 80, 100, { ...repairs, channel: 'phone' }),
			value(share(), 10, 20, { ...repairs, channel: 'email' }),
			value(share(), 45, 50, { serviceId: 'planning', channel: 'phone' })
		])
	).toMatchObject({ ok: true, added: 3, changed: 0 });
	expect(at()).toEqual([['2026-10', 135, 170]]);
	expect(at({ channel: 'phone' })).toEqual([['2026-10', 125, 150]]);
	expect(at(repairs)).toEqual([['2026-10', 90, 120]]);
	expect(at({ ...repairs, channel: 'email' })).toEqual([['2026-10', 10, 20]]);
	expect(at({ serviceId: 'contact-centre' })).toEqual([]);
});

test('a correction supersedes: the old value is kept, the sums follow, and the trail says from what to what', () => {
	const here = { serviceId: 'repairs', channel: 'phone' as const };
	enter(db, [value(share(), 80, 100, here)]);
	expect(enter(db, [value(share(), 85, 100, here)])).toMatchObject({ ok: true, added: 0, changed: 1 });
	expect(enter(db, [value(share(), 85, 100, here)])).toMatchObject({ ok: true, changed: 0, same: 1 });
	expect(at()).toEqual([['2026-10', 85, 100]]);
	expect(
		db
			.select()
			.from(measureValues)
			.all()
			.map(({ numerator, entry, supersededIn }) => [numerator, entry, supersededIn])
	).toEqual([
		[80, 1, 2],
		[85, 2, null]
	]);
	expect(db.select().from(auditLines).all().at(-1)).toMatchObject({
		what: 'entered a value of measures',
		change: { 'Resolved at first contact, October 2026, Housing repairs, phone': { from: '80 of 100', to: '85 of 100' } }
	});
	expect(() => db.update(measureValues).set({ numerator: 99 }).run()).toThrow('final record');
	expect(() => db.delete(measureValues).run()).toThrow('final record');
});

test('a value taken away leaves no trace in the sums, and stays in the record', () => {
	enter(db, [value(count(), 10, null, { serviceId: 'repairs' })]);
	expect(enter(db, [value(count(), null, null, { serviceId: 'repairs' })])).toMatchObject({ ok: true, changed: 1 });
	expect(db.select().from(measureSums).all()).toEqual([]);
	expect(db.select().from(measureValues).all()).toHaveLength(1);
});

const refusalOf = (values: Parameters<typeof enter>[1], how: Parameters<typeof enter>[2] = {}) => {
	const outcome = enter(db, values, how);
	return outcome.ok ? null : [outcome.field, outcome.text];
};

test('what would count twice is refused, whichever came first', () => {
	enter(db, [value(count(), 500)]);
	expect(refusalOf([value(count(), 10, null, { serviceId: 'repairs' })])?.[1]).toMatch(/^There is a value for the whole council/);
	enter(db, [value(count(), 20, null, { serviceId: 'repairs', channel: 'web', period: '2026-09' })]);
	expect(refusalOf([value(count(), 500, null, { period: '2026-09' })])?.[1]).toMatch(/values for parts of the whole council/);
	expect(refusalOf([value(count(), 30, null, { serviceId: 'repairs', period: '2026-09' })])?.[1]).toMatch(
		/values for parts of the service/
	);
	expect(
		refusalOf([
			value(count(), 30, null, { serviceId: 'planning', period: '2026-08' }),
			value(count(), 30, null, { serviceId: 'planning', channel: 'web', period: '2026-08' })
		])?.[0]
	).toBe('place:1');
});

test.each([
	['a share above one', () => value(share(), 101, 100), 'numerator:0', /101 is more than the 100/],
	['a denominator of zero', () => value(share(), 0, 0), 'denominator:0', /denominator is 0/],
	['no denominator', () => value(share(), 5), 'denominator:0', /Enter the denominator/],
	['a denominator of a count', () => value(count(), 5, 6), 'denominator:0', /plain count/],
	['a part of a contact', () => value(count(), 5.5), 'numerator:0', /whole number/],
	['a future month', () => value(count(), 5, null, { period: '2027-01' }), 'period:0', /January 2027 is in the future/],
	['the month that is not over', () => value(count(), 5, null, { period: '2026-11' }), 'period:0', /has not ended/],
	['a service nobody knows', () => value(count(), 5, null, { serviceId: 'gone' }), 'place:0', /no such service/]
])('%s is refused, naming its field', (_, typed, field, text) => {
	const [where, said] = refusalOf([typed()]) ?? [];
	expect(where).toBe(field);
	expect(said).toMatch(text);
});

test('a closed service has values up to its last month, and none after', () => {
	db.update(services).set({ closedOn: '2026-09-15' }).where(eq(services.id, 'planning')).run();
	expect(refusalOf([value(count(), 5, null, { serviceId: 'planning' })])?.[1]).toMatch(
		/Planning applications was closed before October 2026/
	);
	expect(enter(db, [value(count(), 5, null, { serviceId: 'planning', period: '2026-09' })]).ok).toBe(true);
});

test('a manager enters values for their own services only', () => {
	expect(refusalOf([value(count(), 5, null, { serviceId: 'planning' })], { person: cast.manager })?.[1]).toMatch(/own services/);
	expect(refusalOf([value(count(), 5)], { person: cast.manager })?.[1]).toMatch(/whole council/);
	expect(enter(db, [value(count(), 5, null, { serviceId: 'repairs' })], { person: cast.manager }).ok).toBe(true);
});

test('a released month is corrected with a reason, and the program leaves it alone', () => {
	enter(db, [value(count(), 5, null, { serviceId: 'repairs' })]);
	expect(releaseMonth(db, cast.lead, '2026-10', '', measuresToday).ok).toBe(true);
	expect(refusalOf([value(count(), 6, null, { serviceId: 'repairs' })])?.[0]).toBe('reason:0');
	expect(enter(db, [value(count(), 7, null, { serviceId: 'repairs' })], { person: null, origin: 'computed' })).toMatchObject({ same: 1 });
	expect(enter(db, [value(count(), 6, null, { serviceId: 'repairs' })], { reason: 'A file was read twice' })).toMatchObject({ changed: 1 });
});

test('what the program works out takes the place of its own only', () => {
	const here = { serviceId: 'repairs' };
	const computed = { person: null, origin: 'computed' as const };
	enter(db, [value(count(), 5, null, here)], computed);
	expect(enter(db, [value(count(), 6, null, here)], computed)).toMatchObject({ changed: 1 });
	enter(db, [value(count(), 9, null, here)]);
	expect(enter(db, [value(count(), 6, null, here)], computed)).toMatchObject({ changed: 0, same: 1 });
});

test('who looked at another value than the one that stands is told so', () => {
	const here = { serviceId: 'repairs' };
	enter(db, [value(count(), 5, null, here)]);
	enter(db, [value(count(), 6, null, { ...here, seen: 1 })]);
	expect(refusalOf([value(count(), 7, null, { ...here, seen: 1 })])?.[1]).toMatch(/Somebody entered 6 since you looked/);
});

/** Pairs of values that count, of the same month, whose places have something in common. */
const countedTwice = () =>
	db.$client
		.prepare(
			`with counts as (select v.period, p.* from measure_value v join measure_place p on p.id = v.place where v.superseded_in is null)
			select a.id, b.id from counts a join counts b on a.period = b.period and a.id < b.id
			where coalesce(a.service_id = b.service_id, 1) and coalesce(a.team_id = b.team_id, 1) and coalesce(a.channel = b.channel, 1)`
		)
		.all();

test('whatever is entered, corrected and taken away, the sums are those of the values', () => {
	db.insert(teams)
		.values([{ id: 'gas', serviceId: 'repairs', name: 'Gas' }])
		.run();
	const cell = fc.record({
		serviceId: fc.constantFrom(null, 'repairs', 'planning'),
		team: fc.boolean(),
		channel: fc.constantFrom(null, channels[0], channels[1]),
		period: fc.constantFrom('2026-09', '2026-10'),
		numerator: fc.option(fc.nat(50), { freq: 4 }),
		extra: fc.integer({ min: 1, max: 50 })
	});
	fc.assert(
		fc.property(fc.array(cell, { minLength: 1, maxLength: 40 }), (cells) => {
			({ db, ids } = councilWithMeasures());
			db.insert(teams)
				.values([{ id: 'gas', serviceId: 'repairs', name: 'Gas' }])
				.run();
			for (const { serviceId, team, channel, period, numerator, extra } of cells)
				enter(db, [
					value(share(), numerator, numerator === null ? null : numerator + extra, {
						serviceId,
						teamId: team && serviceId === 'repairs' ? 'gas' : null,
						channel,
						period
					})
				]);
			expect(compareMeasureSums(db)).toMatchObject([{ missing: 0, tooMuch: 0 }]);
			expect(countedTwice()).toEqual([]);
		}),
		{ numRuns: 25 }
	);
});

test('sums that went wrong are found and put right', () => {
	enter(db, [
		value(count(), 5, null, { serviceId: 'repairs', channel: 'web' }),
		value(count(), 7, null, { serviceId: 'planning', channel: 'web' })
	]);
	db.update(measureSums).set({ numerator: 1 }).run();
	expect(rebuildMeasureSums(db)).toMatchObject([{ missing: 4 }]);
	expect(compareMeasureSums(db)).toEqual([{ table: 'measure_sum', kept: 4, missing: 0, tooMuch: 0 }]);
});
