import { addDays, showDay } from '../calendar/dates.ts';
import { assurance, explainXmr, type Assurance } from '../statistics/assurance.ts';
import { shown } from '../statistics/rounding.ts';
import { xmr, type Xmr } from '../statistics/xmr.ts';
import type { Signal } from '../statistics/xmr-signals.ts';
import { addPeriods, lastDayOf, showPeriod } from './period.ts';
import type { Scope } from './scope.ts';
import type { Point } from './series.server.ts';
import { aimAt, isMet, type Aim } from './target.ts';
import { scaleOf, showCounted, showTarget, showValue, showWhole } from './value.ts';
import type { Direction, Frequency, Unit } from './words.ts';

/** So many of the latest values make the limits: two years of months. */
export const pointsInLimits = 24;

/** What the figures of a measure go by. */
export type Defined = {
	id: string;
	key: string;
	name: string;
	unit: Unit;
	direction: Direction;
	frequency: Frequency;
	numerator: string;
	denominator: string | null;
	source: string;
	staleAfter: number;
};

/** How a measure stands: its latest value beside its target, its limits and the year before. DOMAIN section 7. */
export type Standing = {
	measure: { id: string; key: string; name: string; unit: Unit; direction: Direction };
	period: string;
	/** 'October 2026' */
	periodName: string;
	numerator: number;
	denominator: number | null;
	/** In the unit, unrounded. */
	value: number;
	/** '84.1% (2,187 of 2,600)' */
	shown: string;
	/** In the unit; null where there is none for that month. */
	target: number | null;
	targetShown: string | null;
	met: boolean | null;
	/** Null without limits or without a target. */
	assurance: Assurance | null;
	/** All of them, and those in which the latest value takes part. */
	signals: Signal[];
	signalsNow: Signal[];
	stale: boolean;
	/** The same period of the year before. */
	before: { period: string; value: number; shown: string } | null;
	benchmark: { value: number; shown: string; source: string; met: boolean | null } | null;
	/** How it is worked out, a sentence each. */
	explain: string[];
};

const better = (direction: Direction): 'higher' | 'lower' | null => (direction === 'neither' ? null : direction);

/** The XmR chart of the latest values, within the ends of the unit's scale; null with fewer than six. */
export const chartOf = (unit: Unit, points: readonly Point[]): Xmr | null => xmr(points.slice(-pointsInLimits), scaleOf(unit));

/** From when on the value of a period is old. */
export const staleFrom = (period: string, staleAfter: number): string => addDays(lastDayOf(period), staleAfter + 1);

/** How the value of a point is worked out, in a sentence or two. */
export function explainValue({ unit, numerator, denominator }: Defined, point: Point): string[] {
	const counted = showCounted(unit, point);
	return [
		denominator === null ? `Counted: ${numerator}.` : `Counted: ${numerator}. Out of: ${denominator}.`,
		counted ? `${point.name}: ${counted} is ${showValue(unit, point.value)}.` : `${point.name}: ${showValue(unit, point.value)}.`,
		...(point.n > 1 ? [`It is the sum of ${point.n.toLocaleString('en-GB')} values entered for its parts.`] : [])
	];
}

/**
 * How a measure stands at a place. `points` are its values there in the order of time, at least one.
 * @param aims its targets and benchmarks, of all places
 */
export function standingOf(measure: Defined, points: readonly Point[], aims: readonly Aim[], scope: Scope, today: string): Standing {
	const { id, key, name, unit, direction, frequency } = measure;
	const latest = points.at(-1)!;
	const chart = chartOf(unit, points);
	const aim = aimAt(aims, 'target', scope, latest.period);
	const other = aimAt(aims, 'benchmark', scope, latest.period);
	const target = aim && aim.hundredths / 100;
	const way = better(direction);
	const met = target === null ? null : isMet(latest.value, target, direction);
	const signals = chart?.signals ?? [];
	const lastPlace = (chart?.points.length ?? 0) - 1;
	const yearAgo = points.find(({ period }) => period === addPeriods(latest.period, -12));
	const staleOn = staleFrom(latest.period, measure.staleAfter);
	const stale = today >= staleOn;
	const earlier = points.at(-2);
	return {
		measure: { id, key, name, unit, direction },
		period: latest.period,
		periodName: latest.name,
		numerator: latest.numerator,
		denominator: latest.denominator,
		value: latest.value,
		shown: showWhole(unit, latest),
		target,
		targetShown: target === null ? null : showTarget(unit, target),
		met,
		assurance: chart && target !== null && way ? assurance(chart, target, way) : null,
		signals,
		signalsNow: signals.filter(({ points: at }) => at.includes(lastPlace)),
		stale,
		before: yearAgo ? { period: yearAgo.period, value: yearAgo.value, shown: showWhole(unit, yearAgo) } : null,
		benchmark: other && {
			value: other.hundredths / 100,
			shown: showTarget(unit, other.hundredths / 100),
			source: other.source,
			met: isMet(latest.value, other.hundredths / 100, direction)
		},
		explain: [
			...explainValue(measure, latest),
			...(earlier && latest.n < earlier.n
				? [`${latest.name} has ${latest.n} values in it and ${earlier.name} had ${earlier.n}: some may still be missing.`]
				: []),
			...(yearAgo ? [`A year before (${showPeriod(yearAgo.period, frequency)}) it was ${showWhole(unit, yearAgo)}.`] : []),
			...(target === null
				? ['There is no target for this period.']
				: [
						`The target is ${showTarget(unit, target)}${direction === 'lower' ? ' or less' : direction === 'higher' ? ' or more' : ''}${aim?.source ? ` (${aim.source})` : ''}: ${met === null ? 'no way is called good' : met ? 'met' : 'not met'}.`
					]),
			...(other ? [`The benchmark is ${showTarget(unit, other.hundredths / 100)}${other.source ? ` (${other.source})` : ''}.`] : []),
			...(chart
				? [
						`The limits go by the latest ${chart.points.length} values.`,
						...explainXmr(chart, target !== null && way ? { value: target, better: way } : null, unit === 'number' ? 0 : 1)
					]
				: ['Limits need at least six values. Until then only the values are shown.']),
			stale
				? `It is out of date since ${showDay(staleOn)}: values turn old ${measure.staleAfter} days after the end of their period.`
				: `It is in date until ${showDay(addDays(staleOn, -1))}.`
		]
	};
}

/** The difference from one value to another, in the unit: '+3.2 percentage points', '−12 s'. */
export function showDifference(unit: Unit, from: number, to: number): string {
	const by = to - from;
	const sign = by > 0 ? '+' : by < 0 ? '−' : '±';
	if (unit === 'per cent') return `${sign}${shown(Math.abs(by), 1)} percentage points`;
	return `${sign}${showValue(unit, Math.abs(by))}`;
}
