import { depthOf } from './levels.ts';
import { childrenOf, parentsOf, type Strand, type Thread } from './thread.ts';

export const moves = ['up', 'down', 'in', 'out'] as const;
export type Move = (typeof moves)[number];

/** What stands beside each other in the outline under a strand; under none, all that serve nothing. */
export const besideIn = (thread: Thread, under: string | null): Strand[] =>
	under === null ? thread.strands.filter(({ id }) => !parentsOf(thread, id).length) : childrenOf(thread, under);

/**
 * Which moves a strand can make where it stands under another: up and down past one of its own level; in, where the one
 * before it stands on a higher level; out, where what it stands under serves something.
 */
export function movesFor(thread: Thread, strand: Strand, under: string | null): Record<Move, boolean> {
	const beside = besideIn(thread, under);
	const alike = beside.filter(({ level }) => level === strand.level);
	const at = alike.findIndex(({ id }) => id === strand.id);
	const before = beside[beside.findIndex(({ id }) => id === strand.id) - 1];
	return {
		up: at > 0,
		down: at >= 0 && at < alike.length - 1,
		in: !!before && depthOf(before.level) < depthOf(strand.level) && !parentsOf(thread, strand.id).some(({ id }) => id === before.id),
		out: under !== null && parentsOf(thread, under).length > 0
	};
}
