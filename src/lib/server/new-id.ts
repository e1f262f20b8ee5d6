import { createHash, randomUUID } from 'node:crypto';

let following: (() => string) | null = null;

/** The id of a new row: drawn at random. */
export const newId = (): string => following?.() ?? randomUUID();

/**
 * Does some work in which the ids of new rows follow from a seed, one after the other: how the example council comes out the same each
 * time, since plans of visits are drawn by ids. Never used by the server.
 */
export async function withIdsFrom<T>(seed: string, work: () => T | Promise<T>): Promise<T> {
	const before = following;
	let count = 0;
	following = () => {
		const hex = createHash('sha256').update(`${seed} ${count++}`).digest('hex');
		return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
	};
	try {
		return await work();
	} finally {
		following = before;
	}
}
