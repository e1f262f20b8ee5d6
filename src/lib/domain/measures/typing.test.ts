import { beforeEach, expect, test } from 'vitest';
import { teams } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { councilWithMeasures, enter, measuresToday as today, value } from '../../../../tests/support/measures.ts';
import { cast } from '../../../../tests/support/test-database.ts';
import { seriesOf } from './series.server.ts';
import { cellId, cellsToType, enterTyped } from './typing.server.ts';

let db: Database;
let ids: Record<string, string>;
const gas = { serviceId: 'repairs', teamId: 'gas' };
const asked = { ...gas, period: '2026-10', onlyKey: 'contacts' };
const idOf = (channel: 'phone' | 'email' | null) =>
	cellsToType(db, gas, '2026-10', 'contacts').cells.find((cell) => cell.channel === channel)!.id;
const at = (scope: object) => seriesOf(db, ids['contacts']!, scope, 6, today).map(({ numerator }) => numerator);
beforeEach(() => {
	({ db, ids } = councilWithMeasures());
	db.insert(teams).values({ id: 'gas', serviceId: 'repairs', name: 'Gas' }).run();
});

test('a month is typed for a team: its own cells alone, and its service and the council follow', () => {
	enter(db, [
		value(ids['contacts']!, 40, null, { serviceId: 'repairs', channel: 'web' }),
		value(ids['contacts']!, 9, null, { ...gas, channel: 'phone', period: '2026-09' })
	]);
	const { cells } = cellsToType(db, gas, '2026-10', null);
	expect(cells.map(({ measure, channel, before, entry }) => [measure.key, channel, before, entry])).toEqual([
		['contacts', 'phone', '9', 0]
	]);
	expect(enterTyped(db, cast.manager, asked, { [`n-${idOf('phone')}`]: '1,012', [`n-${idOf('email')}`]: '3' }, today)).toMatchObject({
		ok: true,
		added: 2
	});
	expect([at(gas), at({ serviceId: 'repairs' }), at({})]).toEqual([
		[9, 1015],
		[9, 1055],
		[9, 1055]
	]);
});

test('what is wrong is said at its field with the measure and the channel, and nothing is entered', () => {
	enter(db, [value(ids['contacts']!, 40, null, { serviceId: 'repairs', channel: 'web' })]);
	const typed = { [`n-${idOf('phone')}`]: 'many', [`n-${idOf('email')}`]: '3', [`n-${idOf(null)}`]: '5' };
	expect(enterTyped(db, cast.manager, asked, typed, today)).toEqual({
		ok: false,
		faults: [
			{ field: `n-${idOf('phone')}`, text: 'Contacts, phone must be a whole number, like 1204' },
			{
				field: `n-${idOf(null)}`,
				text: expect.stringMatching(/^Contacts: There is a value for the service by web in this month already/) as string
			}
		]
	});
	expect(at(gas)).toEqual([]);
	expect(cellId({ number: 1 }, null)).toBe('1-0');
});
