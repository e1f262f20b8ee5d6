import { beforeEach, expect, test } from 'vitest';
import { testDatabase } from '../../../tests/support/test-database.ts';
import { write, type Database } from './database.ts';
import { keptByStamp } from './kept-by-stamp.ts';

let db: Database;
let worked: string[];
beforeEach(() => {
	db = testDatabase();
	worked = [];
});
const ask = (name: string, stamp = '1', of = db) =>
	keptByStamp(of, name, stamp, () => {
		worked.push(name);
		return { name, stamp };
	});

test('what was worked out is given again until its stamp is another', () => {
	const first = ask('council');
	expect(ask('council')).toBe(first);
	expect(ask('council', '2')).toEqual({ name: 'council', stamp: '2' });
	expect(ask('repairs')).toEqual({ name: 'repairs', stamp: '1' });
	expect(worked).toEqual(['council', 'council', 'repairs']);
});

test('of more than a hundred the one asked for longest ago goes, so that memory does not fill', () => {
	for (let n = 0; n < 100; n++) ask(`place ${n}`);
	ask('place 0');
	ask('one more');
	worked = [];
	ask('place 0');
	ask('place 1');
	expect(worked).toEqual(['place 1']);
});

test('what is seen inside a write that may be undone is not kept, and each council has its own', () => {
	write(db, (tx) => ask('council', '1', tx));
	ask('council');
	ask('council', '1', testDatabase());
	expect(worked).toHaveLength(3);
});
