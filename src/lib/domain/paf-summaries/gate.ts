/** Nothing is shown about fewer people than this. DOMAIN section 5.2. */
export const fewestPeople = 5;

/** Kept sums of one month: scores in hundredths of a point, as the roll-ups keep them. */
export type Sum = {
	n: number;
	quality: number;
	qualitySquares: number;
	accessN: number;
	access: number;
	criticalFailures: number;
	people: number;
};

export const added = (sums: readonly Sum[]): Sum =>
	sums.reduce(
		(all, one) => ({
			n: all.n + one.n,
			quality: all.quality + one.quality,
			qualitySquares: all.qualitySquares + one.qualitySquares,
			accessN: all.accessN + one.accessN,
			access: all.access + one.access,
			criticalFailures: all.criticalFailures + one.criticalFailures,
			people: all.people + one.people
		}),
		{ n: 0, quality: 0, qualitySquares: 0, accessN: 0, access: 0, criticalFailures: 0, people: 0 }
	);

export type Part = { id: string; sum: Sum };
export type Gated = {
	/** The parts that may be shown by themselves. */
	shown: Part[];
	/** All that may be shown together; null where that is nothing. */
	total: Sum | null;
	/** Parts that are in nothing that is shown. */
	leftOut: number;
};

/**
 * What may be shown of the parts of a whole in one month: a part from five people on. Those below are added to the whole only if
 * they are five people together, so that nobody's figure comes out by taking the parts from the whole.
 * @param moves people who changed team in the month, each of whom two parts may count
 */
export function gated(parts: readonly Part[], moves = 0): Gated {
	const filled = parts.filter(({ sum }) => sum.n > 0);
	const shown = filled.filter(({ sum }) => sum.people >= fewestPeople);
	const small = filled.filter(({ sum }) => sum.people < fewestPeople);
	const isEnough = added(small.map(({ sum }) => sum)).people - moves >= fewestPeople;
	const total = added([...shown, ...(isEnough ? small : [])].map(({ sum }) => sum));
	const people = shown.length > 1 || isEnough ? Math.max(total.people - moves, ...shown.map(({ sum }) => sum.people)) : total.people;
	return { shown, total: people >= fewestPeople ? { ...total, people } : null, leftOut: isEnough ? 0 : small.length };
}

/** Whether a month may be told apart by channel: only where each channel in it is about five people or more. */
export const mayShowChannels = (byChannel: readonly Sum[]): boolean =>
	byChannel.every(({ n, people }) => n === 0 || people >= fewestPeople);
