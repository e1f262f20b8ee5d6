import { expect, test } from 'vitest';
import { wilson } from '../statistics/wilson.ts';
import { satisfactionTrend } from './trend.ts';

const month = (name: string, satisfied: number | null) => ({ month: name, share: satisfied === null ? null : wilson(satisfied, 10) });

test('the trend is of the months in a row up to the last one shown, in the order of time', () => {
	const months = [month('2026-06', null), month('2026-05', 8), month('2026-04', 9), month('2026-03', null), month('2026-02', 1)];
	const trend = satisfactionTrend(months, 75);
	expect(trend?.points.map(({ name, value }) => [name, value])).toEqual([
		['April 2026', 90],
		['May 2026', 80]
	]);
	expect([trend?.target, trend?.centre]).toEqual([75, null]);
	expect(satisfactionTrend([month('2026-06', null)], 75)).toBeNull();
});

test('with six months it has limits, cut at the ends of the scale', () => {
	const months = Array.from({ length: 8 }, (_, back) => month(`2026-0${8 - back}`, back % 2 ? 10 : 6));
	expect(satisfactionTrend(months, 75)).toMatchObject({ centre: 80, upper: 100, lower: 0 });
});
