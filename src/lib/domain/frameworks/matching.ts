import type { Criterion, Framework } from './document.ts';

/** A criterion of an older version and what it has become in a newer one; one of the two may be missing. */
export type Pair = { old: Criterion; new: Criterion } | { old: Criterion; new: null } | { old: null; new: Criterion };

/** Whether two texts say the same but for capitals, spaces and punctuation, so that mending a comma is no change of meaning. */
export const saysTheSame = (a: string, b: string): boolean => bare(a) === bare(b);
const bare = (text: string) =>
	text
		.toLowerCase()
		.match(/[\p{L}\p{N}%£]+/gu)
		?.join(' ') ?? '';

/**
 * Which criterion of one version is which of another, in the order of the newer, those taken out last. The number
 * decides where the words agree in part; else the same text or title under another number (renumbered); else the number alone.
 */
export function matched(from: Framework, to: Framework): Pair[] {
	const old = new Set(from.criteria);
	const pairs = new Map<Criterion, Criterion>();
	const rules: ((before: Criterion, after: Criterion) => boolean)[] = [
		(before, after) => before.number === after.number && (saysTheSame(before.text, after.text) || saysTheSame(before.title, after.title)),
		(before, after) => saysTheSame(before.text, after.text),
		(before, after) => saysTheSame(before.title, after.title),
		(before, after) => before.number === after.number
	];
	for (const same of rules)
		for (const after of to.criteria) {
			const before = pairs.has(after) ? undefined : [...old].find((criterion) => same(criterion, after));
			if (!before) continue;
			old.delete(before);
			pairs.set(after, before);
		}
	return [
		...to.criteria.map((after): Pair => {
			const before = pairs.get(after);
			return before ? { old: before, new: after } : { old: null, new: after };
		}),
		...[...old].map((before): Pair => ({ old: before, new: null }))
	];
}
