import { meanInterval, type MeanInterval } from './mean-interval.ts';
import { shown } from './rounding.ts';

/** One assessor’s score, 0 to 100, for one piece of work. */
export type ScoredWork = { assessor: string; work: string; score: number };

/** How far one assessor scores above (+) or below (−) the others, in points. */
export type Leniency = {
	assessor: string;
	/** The mean over the shared work; null where they share none. */
	difference: number | null;
	/** Pieces of work that at least one other scored too. */
	n: number;
	/** From two pieces on. */
	interval: MeanInterval | null;
};

/**
 * For each assessor: the mean, over the work that others scored too, of their score less the mean of the others’ on the
 * same work. Work nobody else scored says nothing and is left out. In the order in which assessors are first named: this
 * is no ranking. DOMAIN section 5.2.
 * @throws RangeError where an assessor scored one piece of work twice
 */
export function leniencies(scores: readonly ScoredWork[]): Leniency[] {
	const works = new Map<string, Map<string, number>>();
	for (const { assessor, work, score } of scores) {
		const byAssessor = works.get(work) ?? new Map<string, number>();
		if (byAssessor.has(assessor)) throw new RangeError(`${assessor} scored ${work} twice`);
		works.set(work, byAssessor.set(assessor, score));
	}
	const differences = new Map<string, number[]>(scores.map(({ assessor }) => [assessor, []]));
	for (const byAssessor of works.values()) {
		if (byAssessor.size < 2) continue;
		const sum = [...byAssessor.values()].reduce((all, score) => all + score, 0);
		for (const [assessor, score] of byAssessor) differences.get(assessor)?.push(score - (sum - score) / (byAssessor.size - 1));
	}
	return [...differences].map(([assessor, apart]) => {
		const difference = apart.length ? apart.reduce((all, one) => all + one, 0) / apart.length : null;
		// scores are 0 to 100, so nobody can be further away than that
		return { assessor, difference, n: apart.length, interval: meanInterval(apart, { scale: [-100, 100] }) };
	});
}

/** With fewer pieces of work nothing is called a habit, however alike they are. */
const enoughWork = 5;

/** What it means, in words. A tendency is only spoken of from five pieces of work on, where the interval leaves nothing (0) out. */
export function explainLeniency({ difference, n, interval }: Leniency): string[] {
	if (difference === null) return ['Nobody else scored the same work, so nothing can be said.'];
	const work = n === 1 ? '1 piece of work' : `${n} pieces of work`;
	const side = difference === 0 ? 'the same as' : `${shown(Math.abs(difference), 2)} points ${difference > 0 ? 'above' : 'below'}`;
	const told = `On ${work} that others scored too, the mean is ${side} theirs.`;
	if (!interval || n < enoughWork) return [told, 'Fewer than five pieces of work cannot show a habit.'];
	const ends = `${shown(interval.low, 2)} to ${shown(interval.high, 2)}`;
	const habit = interval.low > 0 ? 'scores more generously' : interval.high < 0 ? 'scores more strictly' : null;
	if (!habit) return [told, `The 95% interval, ${ends}, has room for no difference at all: this may be chance.`];
	return [told, `The 95% interval, ${ends}, leaves no difference out: on this work, this assessor ${habit} than the others.`];
}
