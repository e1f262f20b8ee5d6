import { describe, expect, test } from 'vitest';
import { answer, current, notBegun, over, today } from '../../../../tests/support/frameworks.ts';
import { evidenceLacking, holdsUntil, isCurrent } from './current-evidence.ts';

test('both ends of the period are current', () => {
	const piece = { from: '2026-07-01', to: '2026-12-31' };
	expect(['2026-06-30', '2026-07-01', '2026-12-31', '2027-01-01'].map((day) => isCurrent(piece, day))).toEqual([false, true, true, false]);
	expect(isCurrent({ from: '2020-01-01', to: null }, '2099-01-01')).toBe(true);
});

test('missing is none at all; out of date is some, none current', () => {
	expect(evidenceLacking(answer('1.1', 'F'), today)).toBe('evidence missing');
	expect(evidenceLacking(answer('1.1', 'F', { evidence: [over, notBegun] }), today)).toBe('evidence out of date');
	expect(evidenceLacking(answer('1.1', 'F', { evidence: [over, current] }), today)).toBeNull();
});

describe('figures hold until the next change', () => {
	const until = (...evidence: { from: string; to: string | null }[]) => holdsUntil([answer('1.1', 'F', { evidence })], today);

	test('the last day of what is current', () => expect(until(current, over)).toBe('2026-12-31'));
	test('today, when a piece ends today', () => expect(until({ from: '2026-01-01', to: today })).toBe(today));
	test('the day before what begins', () => expect(until(current, { from: '2026-12-01', to: null })).toBe('2026-11-30'));
	test('across the end of a month and of a leap February', () => {
		expect(until({ from: '2027-01-01', to: null })).toBe('2026-12-31');
		expect(until({ from: '2028-03-01', to: null })).toBe('2028-02-29');
	});
	test('for good, when nothing will change', () => {
		expect(until(over, { from: '2026-01-01', to: null })).toBeNull();
		expect(until()).toBeNull();
	});
});
