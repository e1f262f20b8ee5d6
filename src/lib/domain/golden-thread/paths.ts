import { parentsOf, type Strand, type Thread } from './thread.ts';

const kept = new WeakMap<Thread, Set<string>>();

/** The ids of the strands from which a way leads up to a vision, the visions among them. Worked out once a thread. */
export function reachingVision(thread: Thread): Set<string> {
	const before = kept.get(thread);
	if (before) return before;
	const reaching = new Set<string>();
	// parents come before what serves them, since they stand on a higher level
	for (const { id, level } of thread.strands)
		if (level === 'vision' || parentsOf(thread, id).some((parent) => reaching.has(parent.id))) reaching.add(id);
	kept.set(thread, reaching);
	return reaching;
}

/**
 * Every path from a vision down to a strand, that strand last, in the order of the outline: no more than `most`, as with
 * several parents at every level there may be very many. None where no way leads up. DOMAIN section 6.
 */
export function pathsUp(thread: Thread, id: string, most = 50): Strand[][] {
	const reaching = reachingVision(thread);
	const found: Strand[][] = [];
	const climb = (strand: Strand, under: Strand[]): void => {
		if (found.length >= most) return;
		const path = [strand, ...under];
		if (strand.level === 'vision') found.push(path);
		else for (const parent of parentsOf(thread, strand.id)) if (reaching.has(parent.id)) climb(parent, path);
	};
	const strand = thread.byId.get(id);
	if (strand && reaching.has(id)) climb(strand, []);
	return found;
}

/** The one path that is shown: through the first of the strands above that leads to a vision. Empty where none does. */
export const pathUp = (thread: Thread, id: string): Strand[] => pathsUp(thread, id, 1)[0] ?? [];

/** A path in one line: 'Everyone heard — Safe homes — We tell you when'. */
export const inOneLine = (path: readonly { title: string }[]): string => path.map(({ title }) => title).join(' — ');
