import { axisTicks } from './axis-ticks.ts';
import { inDigits } from './in-digits.ts';
import { xmrNumbers, xmrSpan, type XmrTable } from './xmr-chart.ts';

/** The size of a drawing in its own units, which are about as large as pixels. */
export type Size = { width: number; height: number };

/** Where the parts of an XmR chart are drawn: paths for what there is many of, places for what is written. */
export interface XmrPoints {
	left: number;
	right: number;
	grid: { y: number; text: string }[];
	months: { x: number; words: string[] }[];
	bottom: number;
	line: string;
	dots: string;
	centre: number | null;
	limits: number[];
	target: number | null;
	signals: string;
	numbers: { x: number; y: number; text: string }[];
}

const above = 22;
const below = 52;
/** What a label takes along each axis. */
const widthOfDigit = 8;
const widthOfMonth = 46;
const mostRules = 7;

const round = (n: number) => Math.round(n * 10) / 10;

/** A month stands in two lines: its name, short, and its year. */
const inLines = (name: string) => name.split(' ').map((word) => (/^[a-z]{4,}$/i.test(word) ? word.slice(0, 3) : word));

/** By table: a figure that is kept between requests is laid out once. */
const known = new WeakMap<XmrTable, Map<string, XmrPoints>>();

/**
 * Lays an XmR chart out in a drawing of a size: the same lines, shapes and numbers as `xmrChart` draws on paper. A table that was
 * laid out before must not have been changed since.
 */
export function xmrPoints(table: XmrTable, size: Size): XmrPoints {
	const sizes = known.get(table) ?? new Map<string, XmrPoints>();
	const name = `${size.width} ${size.height}`;
	const points = sizes.get(name) ?? laidOut(table, size);
	known.set(table, sizes.set(name, points));
	return points;
}

function laidOut(table: XmrTable, { width, height }: Size): XmrPoints {
	const { points, places } = table;
	const { min, max } = xmrSpan(table);
	const rules = axisTicks(min, max, mostRules, 10 ** -places).map((value) => ({ value, text: inDigits(value, placesOf(value, places)) }));
	const left = Math.max(24, ...rules.map(({ text }) => text.length * widthOfDigit)) + 10;
	const right = width - 20;
	const bottom = height - below;
	const yOf = (value: number) => round(bottom - ((value - min) / (max - min || 1)) * (bottom - above));
	const gap = (right - left - 16) / Math.max(1, points.length - 1);
	const xOf = (at: number) => round(points.length === 1 ? (left + right) / 2 : left + 8 + at * gap);
	const every = Math.max(1, Math.ceil((points.length * widthOfMonth) / (right - left)));
	const placed = points.map(({ value }, at) => (value === null ? null : `${xOf(at)} ${yOf(value)}`));
	const isSignal = (at: number) => points[at]!.signals.length > 0;
	const numbers = xmrNumbers(table).map(({ at, text, isAbove }) => ({
		x: xOf(at),
		y: yOf(points[at]!.value ?? min) + (isAbove ? -14 : 24),
		text
	}));
	return {
		left,
		right,
		bottom,
		grid: rules.map(({ value, text }) => ({ y: yOf(value), text })),
		months: points.flatMap(({ name }, at) => (at % every ? [] : [{ x: xOf(at), words: inLines(name) }])),
		// a hole ends the line, which begins again after it
		line: placed.map((place, at) => (place === null ? '' : `${at > 0 && placed[at - 1] ? 'L' : 'M'}${place}`)).join(''),
		dots: placed.map((place, at) => (place === null || isSignal(at) ? '' : `M${place}h0`)).join(''),
		centre: table.centre === null ? null : yOf(table.centre),
		limits: [table.upper, table.lower].flatMap((limit) => (limit === null ? [] : [yOf(limit)])),
		target: table.target === null ? null : yOf(table.target),
		signals: placed.map((place, at) => (place && isSignal(at) ? `M${place}m0-8l8 8-8 8-8-8z` : '')).join(''),
		numbers
	};
}

/** Whole figures along the axis bear no noughts after the point. */
const placesOf = (value: number, places: number) => (Number.isInteger(Math.round(value * 1e6) / 1e6) ? 0 : places);
