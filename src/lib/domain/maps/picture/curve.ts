/** What is felt in a column, −2 to +2: null where nobody knows, undefined where this way has no step. */
export type Feeling = number | null | undefined;
/** A point of the emotion curve; `order` is the place of its step on the way, so that neighbours are known. */
export type Point = { x: number; y: number; order: number; emotion: number };

/** Where the curve is drawn: the middle of column `i` is at `x(i)`, emotion +2 at `top`, −2 at `top + height`. */
export type Frame = { x: (column: number) => number; top: number; height: number };

/** The points of a curve, those that are known. */
export function pointsOf(feelings: readonly Feeling[], { x, top, height }: Frame): Point[] {
	let order = 0;
	return feelings.flatMap((emotion, column) => {
		if (emotion === undefined) return [];
		order++;
		return emotion === null ? [] : [{ x: x(column), y: top + ((2 - emotion) / 4) * height, order, emotion }];
	});
}

const figure = (n: number) => String(Math.round(n * 100) / 100);

/**
 * The curve through its points as an SVG path. It is level at each point, so it never goes above or below what was felt; where
 * the step between is not known the line is broken. Empty where there is nothing to join.
 */
export function pathOf(points: readonly Point[]): string {
	return points
		.map((to, i) => {
			const from = points[i - 1];
			if (!from || from.order !== to.order - 1) return `M${figure(to.x)} ${figure(to.y)}`;
			const half = figure((from.x + to.x) / 2);
			return `C${half} ${figure(from.y)} ${half} ${figure(to.y)} ${figure(to.x)} ${figure(to.y)}`;
		})
		.join('');
}
