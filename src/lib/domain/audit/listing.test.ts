import { beforeEach, expect, test } from 'vitest';
import { startOfDay } from '#lib/domain/calendar/dates.ts';
import { at } from '#lib/server/clock.ts';
import { write, type Database } from '#lib/server/database.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { auditedThings, auditLine, everyLine, listAudit } from './listing.server.ts';
import { record } from './recording.server.ts';

let db: Database;
const hour = 60 * 60 * 1000;
beforeEach(() => {
	db = testDatabase();
});
const leave = (person: { id: string } | null, thing: string, id: string, day: string) =>
	at(startOfDay(day) + 9 * hour, () => write(db, (tx) => record(tx, person, `changed ${thing}`, { kind: thing, id })));
const numbers = (query: Parameters<typeof listAudit>[1]) => listAudit(db, query).rows.map(({ number }) => number);

function three() {
	leave(cast.administrator, 'service', 'repairs', '2026-11-19');
	leave(cast.manager, 'assessment', 'a', '2026-11-20');
	leave(null, 'service', 'planning', '2026-11-21');
}

test('newest first, with the names of people', () => {
	three();
	expect(listAudit(db, {}).rows.map(({ number, person }) => [number, person])).toEqual([
		[3, null],
		[2, cast.manager.name],
		[1, cast.administrator.name]
	]);
	expect(auditLine(db, 1)).toMatchObject({ what: 'changed service', previousHash: '0'.repeat(64) });
	expect(auditedThings(db)).toEqual(['assessment', 'service']);
});

test('narrows by who, by thing and by days, both within', () => {
	three();
	expect(numbers({ who: 'MORGAN' })).toEqual([2]);
	expect(numbers({ who: 'nobody of this name' })).toEqual([]);
	expect(numbers({ thing: 'service' })).toEqual([3, 1]);
	expect(numbers({ thing: 'service', thingId: 'repairs' })).toEqual([1]);
	expect(numbers({ from: '2026-11-20' })).toEqual([3, 2]);
	expect(numbers({ to: '2026-11-20' })).toEqual([2, 1]);
	expect(numbers({ from: '2026-11-20', to: '2026-11-20', thing: 'service' })).toEqual([]);
	expect(numbers({ from: '2027-01-01' })).toEqual([]);
});

test('pages of 50, forwards, back and all in one', () => {
	for (let i = 0; i < 120; i++) leave(cast.manager, 'action', String(i), '2026-11-21');
	const first = listAudit(db, {});
	const second = listAudit(db, { after: first.next! });
	const third = listAudit(db, { after: second.next! });
	expect([first, second, third].map(({ rows }) => rows.length)).toEqual([50, 50, 20]);
	expect(third.next).toBeNull();
	expect(listAudit(db, { before: third.previous! }).rows).toEqual(second.rows);
	expect(listAudit(db, { before: second.previous! })).toMatchObject({ rows: first.rows, previous: null });
	expect([...everyLine(db, {})].map(({ number }) => number)).toEqual(Array.from({ length: 120 }, (_, i) => 120 - i));
});

test('each filter reads an index: nothing walks the whole trail or sorts it', () => {
	three();
	const plans = [{}, { personId: 'manager' }, { thing: 'service' }, { thing: 'service', thingId: 'repairs' }, { after: 3 }].map((query) => {
		const kept: string[] = [];
		const prepare = db.$client.prepare.bind(db.$client);
		db.$client.prepare = ((source: string) => {
			kept.push(source);
			return prepare(source);
		}) as typeof db.$client.prepare;
		listAudit(db, query);
		db.$client.prepare = prepare;
		const source = kept.at(-1)!;
		const steps = prepare(`explain query plan ${source}`).all(...Array<number>(source.split('?').length - 1).fill(1)) as {
			detail: string;
		}[];
		return steps.map(({ detail }) => detail).join('; ');
	});
	expect(plans.filter((plan) => plan.includes('TEMP B-TREE'))).toEqual([]);
	expect(plans[1]).toContain('audit_by_person');
	expect(plans[2]).toContain('audit_by_kind');
	expect(plans[3]).toContain('audit_by_thing');
});
