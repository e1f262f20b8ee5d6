import { childrenOf, inOrder, type Strand, type Thread } from './thread.ts';

/** Every strand below one, each once, in the order of the outline. */
export function below(thread: Thread, id: string): Strand[] {
	const found = new Map<string, Strand>();
	const waiting = [...childrenOf(thread, id)];
	for (let strand = waiting.pop(); strand; strand = waiting.pop()) {
		if (found.has(strand.id)) continue;
		found.set(strand.id, strand);
		waiting.push(...childrenOf(thread, strand.id));
	}
	return [...found.values()].sort(inOrder);
}

/** A strand and every strand below it: their ids. */
export const withBelow = (thread: Thread, id: string): string[] => [id, ...below(thread, id).map((strand) => strand.id)];
