import { expect, test } from 'vitest';
import { currencyOn, periodInWords } from './currency.ts';

const piece = { effectiveFrom: '2026-07-01', effectiveTo: '2026-11-30' };

test.each([
	['2026-06-30', 'not yet', 'Not before 1 July 2026', 'quiet'],
	['2026-07-01', 'current', 'Current', 'good'],
	['2026-10-30', 'current', 'Current', 'good'],
	['2026-10-31', 'running out', '30 days left', 'watch'],
	['2026-11-21', 'running out', '9 days left', 'watch'],
	['2026-11-29', 'running out', '1 day left', 'watch'],
	['2026-11-30', 'running out', 'Last day', 'watch'],
	['2026-12-01', 'out of date', 'Out of date', 'bad']
])('on %s it is %s', (on, currency, words, mark) => {
	expect(currencyOn(piece, on, 30)).toMatchObject({ currency, words, mark });
});

test('what has no end never runs out', () => {
	expect(currencyOn({ ...piece, effectiveTo: null }, '2099-01-01', 30)).toMatchObject({ currency: 'current', daysLeft: null });
});

test('what was withdrawn counts nowhere, whatever its period', () => {
	expect(currencyOn({ ...piece, withdrawnAt: 1 }, '2026-08-01', 30).currency).toBe('withdrawn');
});

test('a period is said as briefly as it can be', () => {
	expect(periodInWords('2026-07-01', '2026-12-31')).toBe('1 July to 31 December 2026');
	expect(periodInWords('2026-07-01', '2027-03-31')).toBe('1 July 2026 to 31 March 2027');
	expect(periodInWords('2026-07-01', '2026-07-01')).toBe('1 July 2026');
	expect(periodInWords('2026-07-01', null)).toBe('from 1 July 2026');
});
