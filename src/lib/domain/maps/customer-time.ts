import { shownShare } from '../statistics/rounding.ts';
import { sayDuration } from './durations.ts';
import type { MapStep } from './map.ts';

/** Minutes of the customer's time; null where no step has one. The share is of waiting in all, as numerator and denominator. */
export type CustomerTime = {
	waiting: number | null;
	handling: number | null;
	total: number | null;
	waitingShare: { part: number; whole: number } | null;
	explain: string;
	explainShare: string;
};

const sumOf = (values: (number | null)[]) => {
	const known = values.filter((value) => value !== null);
	return { sum: known.length ? known.reduce((sum, value) => sum + value, 0) : null, known: known.length };
};

/** Of all times known, their sum and the share of waiting. A day is 24 hours of the customer's time. DOMAIN section 4. */
export function timeOf(steps: Pick<MapStep, 'waitingMinutes' | 'handlingMinutes'>[]): CustomerTime {
	const waiting = sumOf(steps.map(({ waitingMinutes }) => waitingMinutes));
	const handling = sumOf(steps.map(({ handlingMinutes }) => handlingMinutes));
	if (waiting.sum === null && handling.sum === null) {
		const explain = 'No step has a waiting or handling time yet.';
		return { waiting: null, handling: null, total: null, waitingShare: null, explain, explainShare: explain };
	}
	const total = (waiting.sum ?? 0) + (handling.sum ?? 0);
	const of = steps.length;
	const explain =
		`Waiting ${sayDuration(waiting.sum ?? 0)} (known at ${waiting.known} of ${of} steps) and handling ${sayDuration(handling.sum ?? 0)} ` +
		`(known at ${handling.known} of ${of}) make ${sayDuration(total)}. A day of the customer’s time is 24 hours.`;
	const minutes = (n: number) => `${n.toLocaleString('en-GB')} min`;
	return {
		waiting: waiting.sum,
		handling: handling.sum,
		total,
		waitingShare: total > 0 ? { part: waiting.sum ?? 0, whole: total } : null,
		explain,
		explainShare:
			total > 0
				? `Waiting ${minutes(waiting.sum ?? 0)} ÷ all of it ${minutes(total)} = ${sayShare({ part: waiting.sum ?? 0, whole: total })}.`
				: 'There is no share of no time.'
	};
}

/** A share in percent with one decimal, rounded half up at the end: '35.9%'. DOMAIN section 8. */
export const sayShare = ({ part, whole }: { part: number; whole: number }): string => shownShare(part / whole);
