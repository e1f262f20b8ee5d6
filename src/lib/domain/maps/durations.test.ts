import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mostMinutes, readDuration, sayDuration, writeDuration } from './durations.ts';

const read = (text: string) => {
	const result = readDuration(text);
	return 'minutes' in result ? result.minutes : result.error;
};

describe('a time as it is typed', () => {
	test.each([
		['', null],
		['0', 0],
		['9', 9],
		['9 min', 9],
		['14 hours', 14 * 60],
		['11 days', 11 * 1440],
		['2 weeks', 14 * 1440],
		['1 hour 30 min', 90],
		['1 hour and 30 minutes', 90],
		['1h30m', 90],
		['1.5 hours', 90],
		['0.5 min', 1],
		['1,440 mins', 1440],
		[' 1 Day, 2 Hours ', 1560]
	])('%j is %j minutes', (text, minutes) => expect(read(text)).toBe(minutes));

	test.each(['soon', '2 months', '1 2', '9 min soon', '1e3', '5 min 3'])('%j is refused with what can be typed', (text) =>
		expect(read(text)).toBe('must be a time, like 9 min, 14 hours, 11 days or 2 weeks')
	);

	test('below nothing and above ten years is refused', () => {
		expect(read('-5')).toBe('must not be negative');
		expect(read('−1 day')).toBe('must not be negative');
		expect(read('11 years')).toContain('must be a time');
		expect(read('600 weeks')).toBe('must be 10 years or less');
	});

	test('written out and read again is the same', () => {
		fc.assert(fc.property(fc.nat(mostMinutes), (minutes) => void expect(read(writeDuration(minutes))).toBe(minutes)));
		expect(writeDuration(null)).toBe('');
		expect(writeDuration(0)).toBe('0 min');
		expect(writeDuration(1565)).toBe('1 day 2 hours 5 min');
	});

	test('is said in one figure', () => {
		expect([9, 60, 90, 14 * 60, 1440, 38_412].map(sayDuration)).toEqual(['9 min', '1 hour', '1.5 hours', '14 hours', '1 day', '26.7 days']);
	});
});
