import { isCurrent } from '#lib/domain/results/current-evidence.ts';
import { addDays, daysBetween, showDay } from '../calendar/dates.ts';

/** How a piece of evidence stands on a day. 'running out' is current too; 'withdrawn' counts nowhere. */
export const currencies = ['current', 'running out', 'out of date', 'not yet', 'withdrawn'] as const;
export type Currency = (typeof currencies)[number];

export type Standing = {
	currency: Currency;
	/** Days from the day asked about to the last day of the period: 0 on that day. Null where it is not current or has no end. */
	daysLeft: number | null;
	/** 'Current', '9 days left', 'Out of date', … */
	words: string;
	mark: 'good' | 'watch' | 'bad' | 'quiet';
};

type Dated = { effectiveFrom: string; effectiveTo: string | null; withdrawnAt?: number | null };

/**
 * How a piece of evidence stands on a day (DOMAIN section 2.4). It is running out in the last `warningDays` of its
 * effective period; both ends of the period are in it.
 */
export function currencyOn({ effectiveFrom, effectiveTo, withdrawnAt }: Dated, on: string, warningDays: number): Standing {
	if (withdrawnAt) return { currency: 'withdrawn', daysLeft: null, words: 'Withdrawn', mark: 'quiet' };
	if (isCurrent({ from: effectiveFrom, to: effectiveTo }, on)) {
		const daysLeft = effectiveTo === null ? null : daysBetween(on, effectiveTo);
		if (daysLeft === null || daysLeft > warningDays) return { currency: 'current', daysLeft, words: 'Current', mark: 'good' };
		const words = daysLeft === 0 ? 'Last day' : `${daysLeft} ${daysLeft === 1 ? 'day' : 'days'} left`;
		return { currency: 'running out', daysLeft, words, mark: 'watch' };
	}
	if (effectiveFrom > on) return { currency: 'not yet', daysLeft: null, words: `Not before ${showDay(effectiveFrom)}`, mark: 'quiet' };
	return { currency: 'out of date', daysLeft: null, words: 'Out of date', mark: 'bad' };
}

/** The last day that counts as running out on a day: what ends later is plainly current. */
export const warnedUntil = (on: string, warningDays: number): string => addDays(on, warningDays);

/** '1 July to 31 December 2026', '1 July 2026 to 31 March 2027', 'from 1 July 2026'. */
export function periodInWords(from: string, to: string | null): string {
	if (to === null) return `from ${showDay(from)}`;
	if (from === to) return showDay(from);
	const start = showDay(from);
	return `${from.slice(0, 4) === to.slice(0, 4) ? start.slice(0, -5) : start} to ${showDay(to)}`;
}
