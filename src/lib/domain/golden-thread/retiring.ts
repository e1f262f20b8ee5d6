import { below } from './below.ts';
import { reachingVision } from './paths.ts';
import { weave, type Strand, type Thread } from './thread.ts';

/** The strands below one that would have no way left to the vision, were it retired: only then may a way be lost. */
export function losingTheirWay(thread: Thread, id: string): Strand[] {
	const before = reachingVision(thread);
	const all = [...thread.byId.values()].map((strand) => (strand.id === id ? { ...strand, retiredOn: '9999-12-31' } : strand));
	const serving = [...thread.parents].flatMap(([strandId, parents]) => parents.map((parent) => ({ strandId, parentId: parent.id })));
	const after = reachingVision(weave(all, serving));
	return below(thread, id).filter((strand) => before.has(strand.id) && !after.has(strand.id));
}
