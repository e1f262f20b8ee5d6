import { createHash } from 'node:crypto';

/**
 * Things in an order that nobody chose and anybody can work out again: by the SHA-256 of the seed, a colon and the
 * thing's id (then by the id itself), lowest first.
 */
export function inDrawnOrder<T extends { id: string }>(things: readonly T[], seed: string): T[] {
	const lot = new Map(things.map(({ id }) => [id, createHash('sha256').update(`${seed}:${id}`).digest('hex')]));
	const keyOf = ({ id }: T) => `${lot.get(id)}${id}`;
	return [...things].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
