import { showPence } from '../contact-costs/pence.ts';
import { shown } from '../statistics/rounding.ts';
import type { Unit } from './words.ts';

/** What was counted, and of how many; null for a plain count. Whole numbers. DOMAIN section 8. */
export type Counted = { numerator: number; denominator: number | null };

const per: Partial<Record<Unit, number>> = { 'per cent': 100, 'per thousand': 1000 };

/** The value in its unit: a count, a share in per cent, a mean in seconds, working days or pence. Unrounded. */
export const valueOf = (unit: Unit, { numerator, denominator }: Counted): number =>
	denominator === null ? numerator : (numerator / denominator) * (per[unit] ?? 1);

const many = (number: number) => number.toLocaleString('en-GB');

/** '2 min 5 s', '48 s'. */
function showSeconds(seconds: number): string {
	const whole = Number(shown(seconds, 0));
	return whole < 60 ? `${whole} s` : `${many(Math.floor(whole / 60))} min${whole % 60 ? ` ${whole % 60} s` : ''}`;
}

const showHow: Record<Unit, (value: number, places: number) => string> = {
	number: (value) => many(Number(shown(value, 0))),
	'per cent': (value, places) => `${shown(value, places)}%`,
	'per thousand': (value, places) => `${shown(value, places)} per 1,000`,
	seconds: showSeconds,
	'working days': (value, places) => `${shown(value, places)} working days`,
	pence: (value) => showPence(Number(shown(value, 0)))
};

/** A value as it is shown: '84.1%', '48 s', '£4.90', '1,204'. Rounded once, half up. DOMAIN section 8. */
export const showValue = (unit: Unit, value: number, places = 1): string => showHow[unit](value, places);

/** A target as it is shown, without decimals that say nothing: '80%'. */
export const showTarget = (unit: Unit, value: number): string => showValue(unit, value, Number.isInteger(value) ? 0 : 1);

const within: Partial<Record<Unit, string>> = { 'per cent': 'of', 'per thousand': 'for' };

/** Numerator and denominator in words: '2,187 of 2,600'; a count has none, so ''. */
export function showCounted(unit: Unit, { numerator, denominator }: Counted): string {
	if (denominator === null) return '';
	if (unit === 'pence') return `${showPence(numerator)} over ${many(denominator)}`;
	if (unit === 'seconds') return `${many(numerator)} seconds over ${many(denominator)}`;
	if (unit === 'working days') return `${many(numerator)} days over ${many(denominator)}`;
	return `${many(numerator)} ${within[unit] ?? 'over'} ${many(denominator)}`;
}

/** A value with what it is made of: '84.1% (2,187 of 2,600)'. No rate is shown without its denominator. DOMAIN section 7. */
export function showWhole(unit: Unit, counted: Counted): string {
	const parts = showCounted(unit, counted);
	return `${showValue(unit, valueOf(unit, counted))}${parts && ` (${parts})`}`;
}

/** The ends of the scale of a unit, where limits are cut. */
export const scaleOf = (unit: Unit): [number, number] => (unit === 'per cent' ? [0, 100] : [0, Infinity]);
