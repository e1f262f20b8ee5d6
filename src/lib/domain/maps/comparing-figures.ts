import { sayDuration } from './durations.ts';
import { shown } from '../statistics/rounding.ts';
import { sayShare } from './customer-time.ts';
import type { Figures } from './figures.ts';

/** One figure of both maps in words, with what changes; null where a map does not have it. */
export type FigureRow = {
	key: 'time' | 'waiting' | 'handOffs' | 'channelSwitches' | 'failure' | 'cost' | 'unmeasured';
	label: string;
	/** Beneath the figure, such as '35.9% of 31,800'. */
	asIs: Said;
	toBe: Said;
	difference: string | null;
	/** Of the as-is map, of the to-be map, and of the difference. */
	explain: string[];
};
type Said = { text: string; note: string } | null;

const many = (n: number) => n.toLocaleString('en-GB');
const whole = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP', maximumFractionDigits: 0 });
/** Whole pounds, half a pound counting up, as its positive figure where negative. */
const pounds = (pence: number) => whole.format(Math.sign(pence) * Math.round(Math.abs(pence) / 100));
const signed = (value: number, say: (value: number) => string) =>
	value === 0 ? 'no change' : `${value > 0 ? '+' : '−'}${say(Math.abs(value))}`;

type Kind = {
	key: FigureRow['key'];
	label: string;
	value: (figures: Figures) => number | null;
	say: (value: number) => string;
	note?: (figures: Figures) => string;
	unit?: (value: number) => string;
	explain: (figures: Figures) => string;
};

const kinds: Kind[] = [
	{
		key: 'time',
		label: 'Customer’s time in all',
		value: ({ time }) => time.total,
		say: sayDuration,
		explain: ({ time }) => time.explain
	},
	{
		key: 'waiting',
		label: 'Share of it spent waiting',
		value: ({ time: { waitingShare } }) => waitingShare && (waitingShare.part / waitingShare.whole) * 100,
		say: (value) => `${shown(value, 1)}%`,
		unit: (value) => `${shown(value, 1)} points`,
		explain: ({ time }) => time.explainShare
	},
	{
		key: 'handOffs',
		label: 'Hand-offs',
		value: ({ steps, handOffs }) => (steps ? handOffs.count : null),
		say: many,
		explain: ({ handOffs }) => handOffs.explain
	},
	{
		key: 'channelSwitches',
		label: 'Channel switches',
		value: ({ steps, channelSwitches }) => (steps ? channelSwitches.count : null),
		say: many,
		explain: ({ channelSwitches }) => channelSwitches.explain
	},
	{
		key: 'failure',
		label: 'Failure demand, contacts a year',
		value: ({ failure }) => failure.contacts,
		say: many,
		note: ({ failure: { share } }) => (share ? `${sayShare(share)} of ${many(share.whole)}` : ''),
		explain: ({ failure }) => `${failure.explain} ${failure.explainShare}`
	},
	{
		key: 'cost',
		label: 'Its cost a year',
		value: ({ cost }) => cost.pence,
		say: pounds,
		note: ({ cost: { leftOut } }) =>
			leftOut.length ? `without ${many(leftOut.reduce((sum, it) => sum + it.contacts, 0))} contacts not costed` : '',
		explain: ({ cost }) => cost.explain
	},
	{
		key: 'unmeasured',
		label: 'Steps not fully measured',
		value: ({ unmeasured: { any, of } }) => (of ? any : null),
		say: many,
		note: ({ unmeasured: { of } }) => `of ${many(of)}`,
		explain: ({ unmeasured }) => unmeasured.explain
	}
];

/** What the two sides of a comparison are called. */
export type SideNames = { asIs: string; toBe: string };
/** Of the as-is maps of two reviews of one journey. */
export const betweenReviews: SideNames = { asIs: 'Last review', toBe: 'This review' };

/**
 * The figures of the as-is map beside those of the to-be map, with the difference from as-is to to-be. Rounded for each
 * cell once: a difference is that of the exact figures, not of the rounded ones. `names` where it is two other maps that are compared. DOMAIN sections 4 and 8.
 */
export function compareFigures(
	asIs: Figures | null,
	toBe: Figures | null,
	names: SideNames = { asIs: 'As-is', toBe: 'To-be' }
): FigureRow[] {
	return kinds.map((kind) => {
		const [from, to] = [asIs && kind.value(asIs), toBe && kind.value(toBe)];
		const said = (figures: Figures | null, value: number | null): Said =>
			figures && value !== null ? { text: kind.say(value), note: kind.note?.(figures) ?? '' } : null;
		const difference =
			from === null || to === null ? null : signed(kind.key === 'waiting' ? Number(shown(to - from, 1)) : to - from, kind.unit ?? kind.say);
		const explain = [asIs && `${names.asIs}: ${kind.explain(asIs)}`, toBe && `${names.toBe}: ${kind.explain(toBe)}`];
		return {
			key: kind.key,
			label: kind.label,
			asIs: said(asIs, from),
			toBe: said(toBe, to),
			difference,
			explain: explain.filter((text) => text !== null)
		};
	});
}
