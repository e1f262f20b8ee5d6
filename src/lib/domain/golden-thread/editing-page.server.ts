import type { Person } from '#lib/domain/access/person.ts';
import type { Database } from '#lib/server/database.ts';
import { moves, movesFor, type Move } from './moves.ts';
import { outlineOf, type OutlineNode } from './outline.ts';
import { mayKeep } from './strand-thing.ts';
import { threadOf } from './thread.server.ts';
import { childrenOf, type Strand } from './thread.ts';
import { undoable } from './undoing.server.ts';

/** A line of the outline as it is edited: with the moves it can make where it stands. */
export type EditLine = {
	id: string;
	number: number;
	level: Strand['level'];
	title: string;
	/** The strand it stands under here; '' for the top. */
	under: string;
	again: boolean;
	moves: Move[];
	/** So many strands stand below that are not on the page. */
	more: number;
	children: EditLine[];
};

/** So many strands are edited on one page; of a longer thread, one branch at a time. */
const mostAtOnce = 300;
const counted = (nodes: readonly OutlineNode[]): number => nodes.reduce((sum, { children }) => sum + 1 + counted(children), 0);

/** The outline with its buttons: all of it, or what stands under one strand; and what the person could undo. */
export function editingPage(db: Database, person: Person, under: string | null) {
	const thread = threadOf(db);
	const root = under === null ? undefined : thread.strands.find(({ number }) => String(number) === under);
	const find = (nodes: readonly OutlineNode[]): OutlineNode[] =>
		nodes.flatMap((node) => (node.strand.id === root?.id && !node.again ? [node] : find(node.children)));
	const all = outlineOf(thread);
	const nodes = root ? (find(all)[0]?.children ?? []) : all;
	const isLong = counted(nodes) > mostAtOnce;
	const line = (node: OutlineNode, above: Strand | null, depth: number): EditLine => {
		const { strand, again, children } = node;
		const can = mayKeep(person, strand) ? movesFor(thread, strand, above?.id ?? null) : null;
		const cut = isLong && depth >= 1;
		return {
			id: strand.id,
			number: strand.number,
			level: strand.level,
			title: strand.title,
			under: above?.id ?? '',
			again,
			moves: can ? moves.filter((move) => can[move]) : [],
			more: cut ? childrenOf(thread, strand.id).length : 0,
			children: cut ? [] : children.map((child) => line(child, strand, depth + 1))
		};
	};
	return {
		root: root ? { number: root.number, title: root.title } : null,
		lines: nodes.map((node) => line(node, root ?? null, 0)),
		undo: undoable(db, person)
	};
}
