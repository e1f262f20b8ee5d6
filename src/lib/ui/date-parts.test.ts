import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateParts, readDate } from './date-parts.ts';

describe('a date in three parts', () => {
	test('is read as a plain date', () => {
		expect(readDate({ day: '5', month: '3', year: '2027' }, 'the due date')).toEqual({ date: '2027-03-05' });
	});
	test('takes the month in words', () => {
		expect(readDate({ day: '15', month: 'Jan', year: '2027' }, 'the due date')).toEqual({ date: '2027-01-15' });
	});
	test('with nothing typed is no date, not an error', () => {
		expect(readDate({ day: ' ', month: '', year: '' }, 'the due date')).toEqual({ date: '' });
	});
	test('says which parts are missing', () => {
		expect(readDate({ day: '5', month: '', year: '' }, 'the due date')).toEqual({
			error: 'The due date must include a month and a year',
			part: 'month'
		});
	});
	test.each([
		[{ day: '31', month: '11', year: '2026' }, 'The due date must be a real date'],
		[{ day: '29', month: '2', year: '2027' }, 'The due date must be a real date'],
		[{ day: '1', month: '13', year: '2026' }, 'The due date must have a real month, for example 3 or March'],
		[{ day: '1', month: 'ma', year: '2026' }, 'The due date must have a real month, for example 3 or March'],
		[{ day: '1', month: '1', year: '26' }, 'The due date must have a year of 4 numbers'],
		[{ day: '1e1', month: '1', year: '2026' }, 'The due date must be a real date']
	])('refuses %o', (parts, error) => {
		expect(readDate(parts, 'the due date')).toMatchObject({ error });
	});
	test('a leap day is a date in a leap year', () => {
		expect(readDate({ day: '29', month: '2', year: '2028' }, 'the due date')).toEqual({ date: '2028-02-29' });
	});
	test('comes back the same from its own parts, whatever the date', () => {
		const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
		fc.assert(
			fc.property(days, (day) => {
				const date = day.toISOString().slice(0, 10);
				expect(readDate(dateParts(date), 'the date')).toEqual({ date });
			})
		);
	});
});
