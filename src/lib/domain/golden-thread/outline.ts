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

/** Which strands an outline shows: a text in number, title, why, owner, service or team; a level; a service. Empty filters show all. */
export type OutlineFilters = { text: string; level: Level | ''; service: string };

/** Whether a strand is like what is asked for. */
export const isLike = (strand: Strand, { text, level, service }: OutlineFilters): boolean =>
	(!level || strand.level === level) &&
	(!service || strand.serviceId === service) &&
	(!text ||
		`${strand.number} ${strand.title} ${strand.why} ${strand.owner} ${strand.place}`.toLowerCase().includes(text.trim().toLowerCase()));

const isUnder = (thread: Thread, strand: Strand, parent: Strand): boolean => parentsOf(thread, strand.id)[0]?.id === parent.id;
const tops = (thread: Thread): Strand[] => thread.strands.filter(({ id }) => !parentsOf(thread, id).length);
const whole = new WeakMap<Thread, OutlineNode[]>();

/**
 * The thread as an outline: from each strand that serves nothing, visions first, down. A strand stands in full under the
 * first strand it serves, so that the outline is as long as the thread however much serves several. Worked out once a thread.
 */
export function outlineOf(thread: Thread): OutlineNode[] {
	const before = whole.get(thread);
	if (before) return before;
	const node = (strand: Strand, under: Strand | null): OutlineNode => {
		const again = !!under && !isUnder(thread, strand, under);
		return { strand, again, children: again ? [] : childrenOf(thread, strand.id).map((child) => node(child, strand)) };
	};
	const nodes = tops(thread).map((strand) => node(strand, null));
	whole.set(thread, nodes);
	return nodes;
}

/** Every strand once, in the order in which the outline has them. */
export function inOutlineOrder(thread: Thread): Strand[] {
	const flat = (nodes: readonly OutlineNode[]): Strand[] =>
		nodes.flatMap(({ strand, again, children }) => (again ? [] : [strand, ...flat(children)]));
	return flat(outlineOf(thread));
}

/** The outline of these strands alone, each with what stands above it where it stands in full. */
export function outlineWith(thread: Thread, strands: readonly Strand[]): OutlineNode[] {
	const under = new Map<string, Strand[]>();
	const roots: Strand[] = [];
	const seen = new Set<string>();
	const climb = (strand: Strand): void => {
		if (seen.has(strand.id)) return;
		seen.add(strand.id);
		const [parent] = parentsOf(thread, strand.id);
		if (!parent) roots.push(strand);
		else {
			climb(parent);
			under.set(parent.id, [...(under.get(parent.id) ?? []), strand]);
		}
	};
	strands.forEach(climb);
	const node = (strand: Strand): OutlineNode => ({ strand, again: false, children: (under.get(strand.id) ?? []).map(node) });
	return roots.map(node);
}

/**
 * The numbers of the strands that stand open when nobody has opened any: whole levels from the top, as long as no more lines than this
 * are drawn. All of a short thread; of a long one its visions and perhaps its priorities.
 */
export function openAtFirst(thread: Thread, mostLines: number): number[] {
	const open: number[] = [];
	let level = outlineOf(thread);
	let lines = level.length;
	for (;;) {
		const next = level.flatMap(({ children }) => children);
		if (!next.length || lines + next.length > mostLines) return open;
		open.push(...level.flatMap(({ strand, children }) => (children.length ? [strand.number] : [])));
		lines += next.length;
		level = next;
	}
}

/** Those strands that serve something, though no way leads from them to a vision. */
export const cutOff = (thread: Thread): Strand[] => {
	const reaching = reachingVision(thread);
	return thread.strands.filter(({ id }) => !reaching.has(id) && parentsOf(thread, id).length);
};
