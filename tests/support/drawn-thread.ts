import type { Level } from '../../src/lib/domain/golden-thread/levels.ts';
import { weave, type Strand, type Thread } from '../../src/lib/domain/golden-thread/thread.ts';

const levelOf: Record<string, Level> = {
	V: 'vision',
	P: 'priority',
	C: 'commitment',
	S: 'service objective',
	T: 'team objective',
	I: 'individual objective'
};

/** A strand for a hand-drawn thread: its id says its level, 'S2' being a service objective. */
export const aStrand = (id: string, more: Partial<Strand> = {}): Strand => ({
	id,
	number: Number(id.slice(1)),
	reference: null,
	level: levelOf[id[0]!]!,
	title: id,
	why: '',
	ownerId: null,
	owner: 'Somebody',
	ownedBy: 'Somebody',
	fromOn: null,
	untilOn: null,
	serviceId: null,
	teamId: null,
	place: '',
	source: '',
	position: Number(id.slice(1)),
	retiredOn: null,
	version: 1,
	...more
});

/** A thread drawn as lines: 'P1 > V1' says that P1 serves V1; a name alone is a strand that serves none. */
export function drawn(lines: string, more: Record<string, Partial<Strand>> = {}): Thread {
	const serving = lines
		.trim()
		.split(/\s*\n\s*|\s*,\s*/)
		.flatMap((line) => {
			const way = line.trim().split(/\s*>\s*/);
			return way.map((strandId, i) => ({ strandId, parentId: way[i + 1] }));
		});
	const ids = [...new Set(serving.map(({ strandId }) => strandId))];
	const pairs = new Set(serving.flatMap(({ strandId, parentId }) => (parentId ? [`${strandId} ${parentId}`] : [])));
	return weave(
		ids.map((id) => aStrand(id, more[id])),
		[...pairs].map((pair) => ({ strandId: pair.split(' ')[0]!, parentId: pair.split(' ')[1]! }))
	);
}
