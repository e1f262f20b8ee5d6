import { depthOf, type Level } from './levels.ts';

/** A strand as rules and pages know it. */
export type Strand = {
	id: string;
	number: number;
	reference: string | null;
	level: Level;
	title: string;
	why: string;
	ownerId: string | null;
	/** The owner in words: a person's name, or a post or group; '' for nobody. */
	owner: string;
	/** As it was typed, where it is a post or a group. */
	ownedBy: string;
	fromOn: string | null;
	untilOn: string | null;
	serviceId: string | null;
	teamId: string | null;
	/** The names of both, service first; '' where it belongs to neither. */
	place: string;
	source: string;
	position: number;
	retiredOn: string | null;
	version: number;
};

/** That `strandId` serves `parentId`. */
export type Serving = { strandId: string; parentId: string };

/** The whole thread. A retired strand is in `byId` and `retired` only: nothing leads through it. */
export type Thread = {
	/** Those that stand, from the vision down, in the order of the outline. */
	strands: Strand[];
	retired: Strand[];
	byId: Map<string, Strand>;
	/** The strands each one serves, and those that serve it, in the order of the outline. */
	parents: Map<string, Strand[]>;
	children: Map<string, Strand[]>;
};

/** From the top level down; within one by position, then number. */
export const inOrder = (a: Strand, b: Strand): number =>
	depthOf(a.level) - depthOf(b.level) || a.position - b.position || a.number - b.number;

/** Makes the thread of its strands and what serves what. */
export function weave(all: readonly Strand[], serving: readonly Serving[]): Thread {
	const byId = new Map(all.map((strand) => [strand.id, strand]));
	const strands = all.filter(({ retiredOn }) => !retiredOn).sort(inOrder);
	const stands = new Set(strands.map(({ id }) => id));
	const parents = new Map<string, Strand[]>(strands.map(({ id }) => [id, []]));
	const children = new Map<string, Strand[]>(strands.map(({ id }) => [id, []]));
	for (const { strandId, parentId } of serving) {
		if (!stands.has(strandId) || !stands.has(parentId)) continue;
		parents.get(strandId)!.push(byId.get(parentId)!);
		children.get(parentId)!.push(byId.get(strandId)!);
	}
	for (const beside of [...parents.values(), ...children.values()]) beside.sort(inOrder);
	return { strands, retired: all.filter(({ retiredOn }) => retiredOn).sort(inOrder), byId, parents, children };
}

export const parentsOf = (thread: Thread, id: string): Strand[] => thread.parents.get(id) ?? [];
export const childrenOf = (thread: Thread, id: string): Strand[] => thread.children.get(id) ?? [];
