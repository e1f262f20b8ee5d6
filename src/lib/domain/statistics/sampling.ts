import { hash } from 'node:crypto';
import { done, refused, type Outcome } from '../outcome.ts';

/** SHA-256, in hexadecimal, of the seed, a colon and the reference, as UTF-8. */
const lot = (seed: string, reference: string) => hash('sha256', `${seed}:${reference}`);

/**
 * The references in a random order that the seed alone decides: by their lots, ascending. The order in which they are
 * given does not matter, so anyone who has the seed and the list can draw again, with this program or another:
 * `while read r; do printf '%s:%s' "$seed" "$r" | sha256sum | cut -c1-64 | tr '\n' ' '; echo "$r"; done < list | sort`
 */
export const shuffled = (seed: string, references: readonly string[]): string[] => firstOf(seed, references, references.length);

type Lot = { reference: string; lot: string };
const before = (a: Lot, b: Lot) => a.lot < b.lot || (a.lot === b.lot && a.reference < b.reference);

/** The first so many of the shuffled references. Only they are kept in order, since lists are long and samples small. */
function firstOf(seed: string, references: readonly string[], size: number): string[] {
	const all = references.map((reference) => ({ reference, lot: lot(seed, reference) }));
	if (size * 10 > all.length)
		return all
			.sort((a, b) => (before(a, b) ? -1 : 1))
			.slice(0, size)
			.map(({ reference }) => reference);
	const first: Lot[] = [];
	for (const one of all) {
		if (first.length === size && !before(one, first[size - 1]!)) continue;
		first.splice(first.findLastIndex((other) => before(other, one)) + 1, 0, one);
		if (first.length > size) first.pop();
	}
	return first.map(({ reference }) => reference);
}

/**
 * A random sample: the first `size` of the shuffled references, in that order. A larger sample with the same seed begins with it.
 * DOMAIN section 5.2.
 * @param size how many to draw, a whole number of at least 1
 * @returns refused where there are fewer references than that, or one of them twice
 */
export function drawSample(seed: string, references: readonly string[], size: number): Outcome<{ drawn: string[] }> {
	if (!seed.trim()) return refused('no seed', 'A random sample needs a seed, so that anyone can draw it again', 'seed');
	if (!Number.isInteger(size) || size < 1) return refused('no size', 'Enter how many to draw, as a whole number of at least 1', 'size');
	const twice = new Set(references).size < references.length ? firstTwice(references) : undefined;
	if (twice !== undefined) return refused('twice', `${twice} is on the list twice: each must be there once to have the same chance`);
	if (size > references.length) {
		const there = references.length === 1 ? 'is only 1' : `are only ${references.length}`;
		return refused('too few', `There ${there} to draw from, so ${size} cannot be drawn`, 'size');
	}
	return done({ drawn: firstOf(seed, references, size) });
}

function firstTwice(references: readonly string[]): string | undefined {
	const met = new Set<string>();
	return references.find((reference) => met.size === met.add(reference).size);
}

/** How a sample was drawn, so that anyone can draw it again. */
export const explainSample = (seed: string, size: number, list: number): string[] => [
	`${size} of ${list} were drawn at random with the seed “${seed}”.`,
	'For each reference the SHA-256 sum of seed, colon and reference was worked out. Sorted by these sums, the first on the list are the sample.',
	'Nobody can choose what is drawn without changing the seed, and anyone with the seed and the list draws the same.'
];
