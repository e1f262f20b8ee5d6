/** One place of the matrix: the recommendations that share it, by number. */
export type MatrixPoint = { effort: number; value: number; numbers: number[] };

/**
 * The places of the matrix that hold recommendations, those with the same value and effort in one; what is not rated has
 * none. In the order of their first number.
 */
export function pointsOf(rows: readonly { number: number; value: string | null; effort: number | null }[]): MatrixPoint[] {
	const points = new Map<string, MatrixPoint>();
	for (const { number, value, effort } of rows.toSorted((a, b) => a.number - b.number)) {
		if (value === null || effort === null) continue;
		const key = `${effort} ${value}`;
		const point = points.get(key) ?? { effort, value: Number(value), numbers: [] };
		point.numbers.push(number);
		points.set(key, point);
	}
	return [...points.values()];
}

/** The numbers at one place as its label, the first three and how many more: '3, 7, 9 +2'. */
export const labelOf = (numbers: readonly number[]): string =>
	numbers.slice(0, 3).join(', ') + (numbers.length > 3 ? ` +${numbers.length - 3}` : '');
