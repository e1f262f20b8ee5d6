import { addPeriods } from '../measures/period.ts';
import { showWhole, valueOf, type Counted } from '../measures/value.ts';
import type { Unit } from '../measures/words.ts';

/** Months looked at together, the first and the last in it. */
export type Span = { from: string; to: string };
/** What was counted in those months: rates are those of the sums, never means of rates. */
export type Over = Counted & { months: number; value: number; shown: string };

/** So many months up to one. */
export const spanTo = (to: string, months: number): Span => ({ from: addPeriods(to, 1 - months), to });
/** The same months of another year. */
export const yearsBefore = ({ from, to }: Span, years: number): Span => ({
	from: addPeriods(from, -12 * years),
	to: addPeriods(to, -12 * years)
});

type Value = { period: string; numerator: number; denominator: number | null };

/** The values of some months taken together; null where there is none. */
export function over(unit: Unit, values: readonly Value[], { from, to }: Span): Over | null {
	const inside = values.filter(({ period }) => period >= from && period <= to);
	return inside.length ? summed(unit, inside, inside.length) : null;
}

/** Numerators and denominators added up, as one figure. */
export function summed(unit: Unit, values: readonly Counted[], months: number): Over {
	const add = (of: (value: Counted) => number) => values.reduce((sum, value) => sum + of(value), 0);
	const counted = {
		numerator: add(({ numerator }) => numerator),
		denominator: values.some(({ denominator }) => denominator !== null) ? add(({ denominator }) => denominator ?? 0) : null
	};
	return { ...counted, months, value: valueOf(unit, counted), shown: showWhole(unit, counted) };
}

/** A figure beside that of the same months of an earlier year: null where a month is missing in one of the two, so that unlike is never compared. */
export const alike = (now: Over | null, before: Over | null): Over | null =>
	now && before && now.months === before.months ? before : null;

/** By how much a count changed, in per cent of the earlier; null from nothing. */
export const changeOf = (now: number, before: number): number | null => (before ? ((now - before) / before) * 100 : null);
