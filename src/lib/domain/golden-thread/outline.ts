import type { Level } from './levels.ts';
import { reachingVision } from './paths.ts';
import { childrenOf, parentsOf, type Strand, type Thread } from './thread.ts';

/** A line of the outline. Under other strands that it serves too, a strand comes as a reference alone. */
export type OutlineNode = {
	strand: Strand;
	/** Whether it stands in full elsewhere: under the first of the strands it serves. */
	again: boolean;
	children: OutlineNode[];
};

/** Which strands an outline shows: a text in title, why or number; a level; a service. Empty filters show all. */
export type OutlineFilters = { text: string; level: Level | ''; service: string };

/** Whether a strand is like what is asked for. */
export const isLike = (strand: Strand, { text, level, service }: OutlineFilters): boolean =>
	(!level || strand.level === level) &&
	(!service || strand.serviceId === service) &&
	(!text || `${strand.number} ${strand.title} ${strand.why} ${strand.owner}`.toLowerCase().includes(text.trim().toLowerCase()));

/**
 * The thread as an outline: from each strand that serves nothing, visions first, down. A strand stands in full under the
 * first strand it serves, so that the outline is as long as the thread however much serves several.
 */
export function outlineOf(thread: Thread): OutlineNode[] {
	const node = (strand: Strand, under: Strand | null): OutlineNode => {
		const again = !!under && parentsOf(thread, strand.id)[0]?.id !== under.id;
		return { strand, again, children: again ? [] : childrenOf(thread, strand.id).map((child) => node(child, strand)) };
	};
	return thread.strands.filter(({ id }) => !parentsOf(thread, id).length).map((strand) => node(strand, null));
}

/** The outline of what is like this, with all that stands above each; what is not is left out. */
export function narrowed(nodes: readonly OutlineNode[], isWanted: (strand: Strand) => boolean): OutlineNode[] {
	return nodes.flatMap((node) => {
		const children = narrowed(node.children, isWanted);
		return children.length || (isWanted(node.strand) && !node.again) ? [{ ...node, children }] : [];
	});
}

/** Those strands that serve something, though no way leads from them to a vision. */
export const cutOff = (thread: Thread): Strand[] => {
	const reaching = reachingVision(thread);
	return thread.strands.filter(({ id }) => !reaching.has(id) && parentsOf(thread, id).length);
};
