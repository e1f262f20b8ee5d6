import { beforeEach, expect, test } from 'vitest';
import { staff, teams } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { councilWithMeasures, enter, measuresToday, value } from '../../../../tests/support/measures.ts';
import { seriesOf } from './series.server.ts';
import { compareMeasureSums } from './sums.server.ts';

/* Values of teams: each counts into its service, its channel and the council once, and nothing stands beside it that counts the same. */

let db: Database;
let ids: Record<string, string>;
beforeEach(() => {
	({ db, ids } = councilWithMeasures());
	const named = (id: string, name: string, serviceId = 'repairs') => ({ id, name, serviceId });
	db.insert(teams)
		.values([named('gas', 'Gas'), named('voids', 'Voids'), named('trees', 'Trees', 'planning')])
		.run();
});
const share = () => ids['first-contact-resolution']!;
const count = () => ids['contacts']!;
const gas = { serviceId: 'repairs', teamId: 'gas' };
const voids = { serviceId: 'repairs', teamId: 'voids' };
const at = (scope: object = {}, measure = share()) =>
	seriesOf(db, measure, scope, 12, measuresToday).map(({ numerator, denominator, n }) => [numerator, denominator, n]);
const refusal = (...values: Parameters<typeof enter>[1]) => {
	const outcome = enter(db, values);
	return outcome.ok ? null : outcome.text;
};

test('the values of teams make up their service, by channel and over all, and the council, each once', () => {
	// by hand: Gas 60 of 80 by phone and 5 of 20 by email, Voids 30 of 50 by phone, Trees 9 of 10 over all channels
	expect(
		enter(db, [
			value(share(), 60, 80, { ...gas, channel: 'phone' }),
			value(share(), 5, 20, { ...gas, channel: 'email' }),
			value(share(), 30, 50, { ...voids, channel: 'phone' }),
			value(share(), 9, 10, { serviceId: 'planning', teamId: 'trees' })
		])
	).toMatchObject({ ok: true, added: 4 });
	expect(at(gas)).toEqual([[65, 100, 2]]);
	expect(at({ serviceId: 'repairs' })).toEqual([[95, 150, 3]]);
	expect(at({ serviceId: 'repairs', channel: 'phone' })).toEqual([[90, 130, 2]]);
	expect(at({ channel: 'phone' })).toEqual([[90, 130, 2]]);
	expect(at({ serviceId: 'planning' })).toEqual([[9, 10, 1]]);
	expect(at()).toEqual([[104, 160, 4]]);
	// a correction of one team goes all the way up
	enter(db, [value(share(), 40, 50, { ...voids, channel: 'phone' })]);
	expect([at({ serviceId: 'repairs' }), at()]).toEqual([[[105, 150, 3]], [[114, 160, 4]]]);
	expect(compareMeasureSums(db)).toMatchObject([{ missing: 0, tooMuch: 0 }]);
});

test('a service has one value of its own or those of its teams, whichever came first', () => {
	enter(db, [value(count(), 70, null, { serviceId: 'repairs' })]);
	expect(refusal(value(count(), 10, null, gas))).toMatch(/^There is a value for the service over all channels in this month already/);
	expect(at({ serviceId: 'repairs' }, count())).toEqual([[70, null, 1]]);
	// once that one is taken away, in the same go, the teams' take its place
	expect(refusal(value(count(), null, null, { serviceId: 'repairs' }), value(count(), 10, null, gas))).toBeNull();
	expect(refusal(value(count(), 70, null, { serviceId: 'repairs' }))).toMatch(/values for parts of the service over all channels/);
	expect(at({ serviceId: 'repairs' }, count())).toEqual([[10, null, 1]]);
});

test('what is cut two ways is refused: a team over all channels, and its service or council by channel', () => {
	enter(db, [value(count(), 70, null, { serviceId: 'repairs', channel: 'phone' })]);
	expect(refusal(value(count(), 10, null, gas))).toMatch(/^There is a value for the service by phone/);
	expect(refusal(value(count(), 10, null, { ...gas, channel: 'email' }))).toBeNull();
	const september = { period: '2026-09' };
	enter(db, [value(count(), 10, null, { ...gas, ...september })]);
	expect(refusal(value(count(), 70, null, { serviceId: 'repairs', channel: 'phone', ...september }))).toMatch(
		/^There are values for teams of the service over all channels/
	);
	expect(refusal(value(count(), 70, null, { channel: 'web', ...september }))).toMatch(/values for services or teams over all channels/);
	const august = { period: '2026-08' };
	enter(db, [value(count(), 900, null, { channel: 'web', ...august })]);
	expect(refusal(value(count(), 10, null, { serviceId: 'planning', ...august }))).toMatch(/^There is a value for the whole council by web/);
	expect(refusal(value(count(), 10, null, { serviceId: 'planning', channel: 'phone', ...august }))).toBeNull();
	expect(at({}, count()).map(([n]) => n)).toEqual([910, 10, 80]);
});

test('a team of another service, and one of fewer than five people, has no value', () => {
	expect(refusal(value(count(), 1, null, { serviceId: 'planning', teamId: 'gas' }))).toBe('There is no such team of this service');
	const person = (n: number, leftOn: string | null = null) => ({
		id: `p${n}`,
		teamId: 'gas',
		name: `p${n}`,
		payrollNumber: `p${n}`,
		leftOn
	});
	db.insert(staff)
		.values([person(1), person(2), person(3), person(4), person(5, '2026-09-30')])
		.run();
	expect(refusal(value(count(), 1, null, gas))).toMatch(/^Gas has 4 people\. A value of a team of fewer than 5 would be one of persons/);
	// in August there were five
	expect(refusal(value(count(), 1, null, { ...gas, period: '2026-08' }))).toBeNull();
	expect(refusal(value(count(), 1, null, voids))).toBeNull();
});
