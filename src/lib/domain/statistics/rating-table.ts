/** What one rater said about one unit; null where they did not rate it. Numbers have an order, words do not. */
export type Rating = string | number | null;

/** A row for each unit that was rated, a column for each rater. */
export type Ratings = readonly (readonly Rating[])[];

/** How often each answer was given, unit by unit: all that the coefficients need. */
export type Tally = {
	/** The answers that were given, in order. */
	answers: (string | number)[];
	/** For each unit with a rating: how many raters gave each of the answers. */
	units: number[][];
	/** How many raters gave any rating. */
	raters: number;
	/** How many ratings there are. */
	ratings: number;
};

const inOrder = (a: string | number, b: string | number) =>
	typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'en-GB');

/** Counts a table of ratings. Units nobody rated are left out; they tell nothing. */
export function tally(table: Ratings): Tally {
	const given = table.map((row) => row.filter((rating) => rating !== null)).filter((row) => row.length > 0);
	const answers = [...new Set(given.flat())].sort(inOrder);
	const place = new Map(answers.map((answer, at) => [answer, at]));
	const units = given.map((row) => {
		const counts = answers.map(() => 0);
		for (const rating of row) counts[place.get(rating) as number]! += 1;
		return counts;
	});
	const raters = new Set(table.flatMap((row) => row.flatMap((rating, at) => (rating === null ? [] : [at])))).size;
	return { answers, units, raters, ratings: given.flat().length };
}

export const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

/** Why agreement cannot be worked out, in words; null where it can. */
export function whyNone({ ratings, raters, units }: Tally): string | null {
	if (ratings === 0) return 'There are no ratings.';
	if (raters === 1) return 'Only one rater gave ratings: agreement needs at least two.';
	if (!units.some((counts) => total(counts) > 1)) return 'No two raters rated the same thing, so there is nothing to compare.';
	return null;
}
