import { shownShare } from '../statistics/rounding.ts';

/** A count, or so many of so many. */
export type Counted = { numerator: number; denominator: number | null };

/** Below so many a share is not said in per cent: one complaint more would change it by a fifth. */
export const fewestForShare = 5;

const number = (n: number) => n.toLocaleString('en-GB');
/** '14'; '78.6% (11 of 14)'; '3 of 4'; 'None'. A rate is never without its counts. DOMAIN section 7. */
export function shownFigure({ numerator, denominator }: Counted): string {
	if (denominator === null) return number(numerator);
	if (denominator === 0) return 'None';
	const counts = `${number(numerator)} of ${number(denominator)}`;
	return denominator < fewestForShare ? counts : `${shownShare(numerator / denominator)} (${counts})`;
}

/** Satisfied of answered, or why nothing is shown. */
export const shownSatisfied = ({ satisfied, answered }: { satisfied: number | null; answered: number }): string =>
	satisfied === null
		? answered
			? `Fewer than 5 answers (${answered})`
			: 'No answers'
		: shownFigure({ numerator: satisfied, denominator: answered });
