import { expect, test } from 'vitest';
import { testDatabase } from '../../../../tests/support/test-database.ts';
import { forgetForm, keepForm, keptFormOf } from './keeping-forms.server.ts';

const now = Date.UTC(2026, 10, 21, 9);
const path = '/assessments/a/criteria/1.1';

test('what was typed comes back to the same person on the same page, until it is saved', () => {
	const db = testDatabase();
	const token = keepForm(db, 'manager', path, { comment: 'A long comment' }, now)!;
	expect(keptFormOf(db, token, 'manager', path, now)).toEqual({ comment: 'A long comment' });
	expect(keptFormOf(db, token, 'planner', path, now)).toBeNull();
	expect(keptFormOf(db, token, 'manager', '/actions', now)).toBeNull();
	expect(keptFormOf(db, 'another', 'manager', path, now)).toBeNull();
	expect(keptFormOf(db, token, 'manager', path, now + 25 * 60 * 60 * 1000)).toBeNull();
	forgetForm(db, token);
	expect(keptFormOf(db, token, 'manager', path, now)).toBeNull();
});

test('a text too long to keep is not half kept', () => {
	expect(keepForm(testDatabase(), 'manager', path, { comment: 'x'.repeat(300 * 1024) }, now)).toBeNull();
});
