import type { Person } from '#lib/domain/access/person.ts';
import { scoredBehaviours, shoppedBehaviours, type Behaviour } from '#lib/domain/golden-thread/behaviours.server.ts';
import type { Strand } from '#lib/domain/golden-thread/thread.ts';
import type { Database } from '#lib/server/database.ts';

/** What is tied to each strand of one kind: things by the strand's id. */
type Ties = ReadonlyMap<string, readonly string[]>;
export type BehaviourOnThread = { behaviour: Behaviour; titles: string[] };

const thingsOf = (strands: readonly Strand[], ties: Ties) => [...new Set(strands.flatMap(({ id }) => ties.get(id) ?? []))];

/**
 * How the behaviours tied to these strands were kept, by the same functions and so through the same gates as on a strand's page: what was
 * promised to staff, five people, ten contacts, and what this person sees. Once for each place the strands belong to, not for each strand.
 */
export function behavioursOn(
	db: Database,
	person: Person,
	strands: readonly Strand[],
	{ standards, questions }: { standards: Ties; questions: Ties },
	today: string
): BehaviourOnThread[] {
	const found = new Map<string, BehaviourOnThread>();
	const add = (behaviour: Behaviour, among: readonly Strand[]) => {
		const key = `${behaviour.href} ${behaviour.key}`;
		const tied = among.filter(({ id }) => standards.get(id)?.includes(behaviour.thing) || questions.get(id)?.includes(behaviour.thing));
		const titles = [...(found.get(key)?.titles ?? []), ...tied.map(({ title }) => title)];
		found.set(key, { behaviour, titles: [...new Set(titles)] });
	};
	for (const behaviour of shoppedBehaviours(db, person, thingsOf(strands, standards), thingsOf(strands, questions)))
		add(behaviour, strands);
	const places = new Map<string, Strand[]>();
	for (const strand of strands.filter(({ id }) => questions.has(id))) {
		const place = `${strand.serviceId ?? ''} ${strand.teamId ?? ''}`;
		places.set(place, [...(places.get(place) ?? []), strand]);
	}
	for (const here of places.values())
		for (const behaviour of scoredBehaviours(db, person, here[0]!, thingsOf(here, questions), today)) add(behaviour, here);
	return [...found.values()];
}
