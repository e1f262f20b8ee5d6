import type { Channel } from '../journeys/channels.ts';
import { endsPeriod, isPeriod, lastDayOf, showPeriod } from './period.ts';
import type { Counted } from './value.ts';
import type { Frequency, Unit } from './words.ts';

/** A value as it is entered. A null numerator takes the value away that stands there. */
export type ValueTyped = {
	measureId: string;
	serviceId: string | null;
	teamId: string | null;
	channel: Channel | null;
	period: string;
	numerator: number | null;
	denominator: number | null;
	/** The entry whose value the person was looking at, 0 for none; left out where nobody looked. */
	seen?: number;
	/** Why a value of a released month is corrected, where it is not said for all of them. */
	reason?: string;
};

export type ValueFault = {
	field: 'measure' | 'place' | 'team' | 'channel' | 'period' | 'numerator' | 'denominator' | 'reason';
	text: string;
};

/** What a fault needs to know of a measure. */
export type Counting = {
	name: string;
	unit: Unit;
	numerator: string;
	denominator: string | null;
	frequency: Frequency;
	retiredOn: string | null;
};

const most = 1e12;
const isWhole = (value: number | null): value is number => value !== null && Number.isInteger(value) && value >= 0 && value <= most;

/** What is wrong with a month as the period of a value, on a day; null where nothing is. */
export function periodFault(period: string, frequency: Frequency, today: string): string | null {
	if (!isPeriod(period)) return 'Enter a month, like 03/2026';
	if (period < '1990-01') return `${showPeriod(period)} is too long ago`;
	const last = lastDayOf(period);
	if (period > today.slice(0, 7)) return `${showPeriod(period)} is in the future. A value is entered once its month has ended`;
	if (last >= today) return `${showPeriod(period)} has not ended yet. A value is entered once its month has ended`;
	if (!endsPeriod(period, frequency))
		return `This measure goes by quarters: enter the last month of one (March, June, September or December)`;
	return null;
}

/** What is wrong with the numbers of a value; null where nothing is. DOMAIN section 7: no rate without its denominator. */
export function countedFault(measure: Counting, { numerator, denominator }: Counted): ValueFault | null {
	if (!isWhole(numerator)) return { field: 'numerator', text: 'The numerator must be a whole number, 0 or more' };
	if (measure.denominator === null)
		return denominator === null ? null : { field: 'denominator', text: `“${measure.name}” is a plain count: leave the denominator empty` };
	if (denominator === null) return { field: 'denominator', text: `Enter the denominator: ${measure.denominator}` };
	if (denominator === 0)
		return {
			field: 'denominator',
			text: 'The denominator is 0, so there is nothing to work the value out from. Leave the value out of this month'
		};
	if (!isWhole(denominator)) return { field: 'denominator', text: 'The denominator must be a whole number, 1 or more' };
	if (measure.unit === 'per cent' && numerator > denominator)
		return {
			field: 'numerator',
			text: `${numerator.toLocaleString('en-GB')} is more than the ${denominator.toLocaleString('en-GB')} it is a share of. Check which is which`
		};
	return null;
}
