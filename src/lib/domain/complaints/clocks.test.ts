import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../calendar/dates.ts';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '../calendar/working-days.ts';
import { acknowledgeByOf, answeredInTime, answerWithin, dueOf, extendableTo, nextDue, opened } from './clocks.ts';
import { explainClock, leftInWords } from './explaining-clocks.ts';
import { stages } from './words.ts';

/** Every bank holiday of England and Wales of 2025 to 2028, as gov.uk lists them. */
const bankHolidays = [
	...['2025-01-01', '2025-04-18', '2025-04-21', '2025-05-05', '2025-05-26', '2025-08-25', '2025-12-25', '2025-12-26'],
	...['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25', '2026-08-31', '2026-12-25', '2026-12-28'],
	...['2027-01-01', '2027-03-26', '2027-03-29', '2027-05-03', '2027-05-31', '2027-08-30', '2027-12-27', '2027-12-28'],
	...['2028-01-03', '2028-04-14', '2028-04-17', '2028-05-01', '2028-05-29', '2028-08-28', '2028-12-25', '2028-12-26']
];
/** What clocks that begin before or end after those years run over. */
const around = ['2024-12-25', '2024-12-26', ...bankHolidays, '2029-01-01'];
const isWeekend = (day: string) => new Date(`${day}T12:00:00Z`).getUTCDay() % 6 === 0;

/** The same, counted with the list and nothing else. */
function countedBy(list: readonly string[], from: string, days: number): string {
	let day = from;
	for (let left = days; left > 0;) {
		day = addDays(day, 1);
		if (!isWeekend(day) && !list.includes(day)) left--;
	}
	return day;
}

describe('around every bank holiday of 2025 to 2028', () => {
	test.each(bankHolidays)('%s is no working day, and no clock counts it', (holiday) => {
		expect(isWorkingDay(holiday)).toBe(false);
		for (let before = 0; before <= 12; before++) {
			const openedOn = addDays(holiday, -before);
			expect(acknowledgeByOf('stage 1', openedOn)).toBe(countedBy(around, openedOn, 5));
			const acknowledgedOn = countedBy(around, openedOn, 2);
			expect(dueOf('stage 1', openedOn, acknowledgedOn)).toBe(countedBy(around, acknowledgedOn, 10));
			expect(dueOf('stage 2', openedOn, acknowledgedOn)).toBe(countedBy(around, acknowledgedOn, 20));
		}
	});

	test('and no other weekday is taken for one', () => {
		const days = Array.from({ length: 4 * 366 }, (_, i) => addDays('2025-01-01', i)).filter(
			(day) => day <= '2028-12-31' && !isWeekend(day)
		);
		const counted = days.filter((day) => !isWorkingDay(day));
		const onWeekdays = bankHolidays.filter((day) => !isWeekend(day));
		expect(counted).toEqual(onWeekdays);
	});
});

describe('worked by hand', () => {
	// [what, stage, received, acknowledged, acknowledge by, due]
	test.each([
		['an ordinary Monday', 'stage 1', '2026-06-01', '2026-06-03', '2026-06-08', '2026-06-17'],
		['the Friday before Christmas 2026', 'stage 1', '2026-12-18', '2026-12-21', '2026-12-29', '2027-01-07'],
		['Christmas Eve 2025, a Wednesday', 'stage 1', '2025-12-24', '2025-12-29', '2026-01-05', '2026-01-13'],
		['Christmas Day itself', 'stage 2', '2025-12-25', '2026-01-02', '2026-01-05', '2026-01-30'],
		['Maundy Thursday 2027', 'stage 1', '2027-03-25', '2027-03-30', '2027-04-05', '2027-04-13'],
		['New Year 2028, a Saturday', 'stage 1', '2028-01-01', '2028-01-04', '2028-01-10', '2028-01-18'],
		['a Saturday, as the Friday before it', 'stage 1', '2026-06-06', null, '2026-06-12', '2026-06-26'],
		['the Friday before that Saturday', 'stage 1', '2026-06-05', null, '2026-06-12', '2026-06-26'],
		['stage 2 across the summer bank holiday', 'stage 2', '2026-08-17', '2026-08-20', '2026-08-24', '2026-09-18']
	] as const)('%s', (_, stage, openedOn, acknowledgedOn, by, due) => {
		expect(acknowledgeByOf(stage, openedOn)).toBe(by);
		expect(dueOf(stage, openedOn, acknowledgedOn)).toBe(due);
	});

	test('being acknowledged late gains no time', () => {
		expect(dueOf('stage 1', '2026-06-01', '2026-06-19')).toBe(dueOf('stage 1', '2026-06-01', null));
		expect(dueOf('stage 1', '2026-06-01', null)).toBe('2026-06-22');
	});

	test('what is settled informally has five days and nothing to acknowledge', () => {
		expect(opened('informal', '2026-12-23')).toMatchObject({ acknowledgeBy: null, dueOn: '2027-01-04' });
	});

	test('an extension is at most as much again, from the day it was due', () => {
		const stage = opened('stage 1', '2026-06-01');
		expect(extendableTo(stage)).toBe('2026-07-06');
		// extended already: still from the first day
		expect(extendableTo({ ...stage, dueOn: '2026-06-30', dueFirst: '2026-06-22' })).toBe('2026-07-06');
	});

	test('what is due next, and whether it was in time', () => {
		const stage = opened('stage 1', '2026-06-01');
		expect(nextDue(stage)).toEqual({ what: 'acknowledge', by: '2026-06-08' });
		expect(nextDue({ ...stage, acknowledgedOn: '2026-06-02' })).toEqual({ what: 'answer', by: stage.dueOn });
		expect(nextDue({ ...stage, answeredOn: '2026-06-02' })).toBeNull();
		expect(answeredInTime(stage, stage.dueOn)).toBeNull();
		expect(answeredInTime(stage, addDays(stage.dueOn, 1))).toBe(false);
		expect(answeredInTime({ ...stage, answeredOn: stage.dueOn }, '2027-01-01')).toBe(true);
	});
});

describe('by property', () => {
	const day = fc.integer({ min: 0, max: 4 * 365 }).map((days) => addDays('2025-01-01', days));
	const stage = fc.constantFrom(...stages);

	test('every day that is due is a working day, so many working days after the one it is counted from', () => {
		fc.assert(
			fc.property(day, stage, fc.integer({ min: 0, max: 30 }), (openedOn, which, after) => {
				const acknowledgedOn = addDays(openedOn, after);
				const by = acknowledgeByOf(which, openedOn);
				const due = dueOf(which, openedOn, acknowledgedOn);
				expect(isWorkingDay(due)).toBe(true);
				const from = by === null ? openedOn : acknowledgedOn < by ? acknowledgedOn : by;
				expect(workingDaysBetween(from, due)).toBe(answerWithin[which]);
				if (by) expect([isWorkingDay(by), workingDaysBetween(openedOn, by)]).toEqual([true, 5]);
			})
		);
	});

	test('coming in later, or acknowledged later, is never due earlier', () => {
		fc.assert(
			fc.property(day, stage, fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }), (openedOn, which, wait, more) => {
				const at = (opening: string, after: number) => dueOf(which, opening, addDays(opening, after));
				expect(at(addDays(openedOn, more), wait) >= at(openedOn, wait)).toBe(true);
				expect(at(openedOn, wait + more) >= at(openedOn, wait)).toBe(true);
				expect(at(openedOn, wait) <= dueOf(which, openedOn, null)).toBe(true);
			})
		);
	});

	test('an extension ends on a working day, as many working days after the first', () => {
		fc.assert(
			fc.property(day, stage, (openedOn, which) => {
				const first = opened(which, openedOn);
				expect(workingDaysBetween(first.dueOn, extendableTo(first))).toBe(answerWithin[which]);
				expect(addWorkingDays(first.dueOn, answerWithin[which])).toBe(extendableTo(first));
			})
		);
	});
});

test('the clock is explained with the days it gives', () => {
	const stage = { ...opened('stage 1', '2026-12-18'), acknowledgedOn: '2026-12-21', dueOn: '2027-01-14', dueFirst: '2027-01-07' };
	const text = explainClock(stage).join(' ');
	for (const said of ['29 December 2026', '21 December 2026', '7 January 2027', '14 January 2027']) expect(text).toContain(said);
});

test('what is left is said in working days', () => {
	expect(leftInWords('2026-06-08', '2026-06-05')).toBe('1 working day left');
	expect(leftInWords('2026-06-08', '2026-06-08')).toBe('due today');
	expect(leftInWords('2026-06-05', '2026-06-09')).toBe('2 working days late');
	expect(leftInWords('2026-06-05', '2026-06-06')).toBe('late, no working day has passed');
});
