import type { Database } from '#lib/server/database.ts';
import { strandParents, type StrandState } from './tables.ts';
import { threadOf } from './thread.server.ts';
import { weave, type Strand, type Thread } from './thread.ts';

/**
 * The thread as it stands while many changes are made to it: read once, then kept up with each, so that no strand is read by itself.
 * A strand knows all that it serves, whether that is retired or not.
 */
export type WorkingCopy = {
	strands: ReadonlyMap<string, Strand>;
	/** What undoing and the audit trail know of a strand. */
	stateOf(strand: Strand): StrandState;
	/** Those that stand and serve this one, whether it is retired or not. */
	servedBy(id: string): Strand[];
	/** Woven anew only where it is asked for after something has changed. */
	thread(): Thread;
	put(id: string, number: number, state: StrandState): Strand;
};

export function workingCopy(db: Database): WorkingCopy {
	let thread: Thread | null = threadOf(db);
	const strands = new Map(thread.byId);
	const serves = new Map<string, string[]>();
	const serving = new Map<string, Set<string>>();
	const link = (id: string, parents: readonly string[]) => {
		for (const parent of serves.get(id) ?? []) serving.get(parent)?.delete(id);
		serves.set(id, [...parents].sort());
		for (const parent of parents) serving.set(parent, (serving.get(parent) ?? new Set()).add(id));
	};
	const links = db.select({ strandId: strandParents.strandId, parentId: strandParents.parentId }).from(strandParents).all();
	const own = new Map<string, string[]>();
	for (const { strandId, parentId } of links) own.set(strandId, [...(own.get(strandId) ?? []), parentId]);
	for (const [id, parents] of own) link(id, parents);
	return {
		strands,
		stateOf: ({ id, number: _number, version: _version, owner: _owner, place: _place, ...fields }) => ({
			...fields,
			parents: serves.get(id) ?? []
		}),
		servedBy: (id) => [...(serving.get(id) ?? [])].flatMap((one) => strands.get(one) ?? []).filter(({ retiredOn }) => !retiredOn),
		thread: () =>
			(thread ??= weave(
				[...strands.values()],
				[...serves].flatMap(([strandId, parents]) => parents.map((parentId) => ({ strandId, parentId })))
			)),
		put(id, number, { parents, ...fields }) {
			const strand = { version: 0, owner: '', place: '', ...strands.get(id), ...fields, id, number };
			strands.set(id, strand);
			link(id, parents);
			thread = null;
			return strand;
		}
	};
}
