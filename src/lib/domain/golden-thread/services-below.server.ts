import { asc } from 'drizzle-orm';
import { services } from '#lib/domain/organisation/tables.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import type { Database } from '#lib/server/database.ts';
import { below } from './below.ts';
import { untilThreadChanges } from './stamp.server.ts';
import { threadOf } from './thread.server.ts';
import type { Strand } from './thread.ts';

type NamedService = { id: string; name: string };

/** Every service by its name: its place in the list is read once until the thread or a name changes. */
const inOrder = (db: Database): NamedService[] =>
	untilThreadChanges(db, 'services', () =>
		db
			.select({ id: services.id, name: services.name })
			.from(services)
			.orderBy(asc(inAnyCase(services.name)))
			.all()
	);

/** Services by their ids, in the order of their names. */
export const servicesNamed = (db: Database, ids: ReadonlySet<string>): NamedService[] => inOrder(db).filter(({ id }) => ids.has(id));

const ofStrands = (db: Database, strands: readonly Strand[]): NamedService[] => {
	const serving = new Set(strands.map(({ serviceId }) => serviceId));
	return inOrder(db).filter(({ id }) => serving.has(id));
};

/** The services that a strand or one below it belongs to, by name. */
export const servicesBelow = (db: Database, strand: Strand): NamedService[] =>
	untilThreadChanges(db, `services below ${strand.id}`, () => ofStrands(db, [strand, ...below(threadOf(db), strand.id)]));

/** More services than this are not offered to choose from on pages of the thread: there one searches for a name. */
const mostOffered = 50;

/** What the outline and the breaks can be narrowed to: few services, or of many the one that is chosen. */
export function servicesOffered(db: Database, chosen: string): { value: string; label: string }[] {
	const all = servicesOnThread(db);
	return all.length <= mostOffered ? all : all.filter(({ value }) => value === chosen);
}

/** The services that strands belong to, by name. */
const servicesOnThread = (db: Database): { value: string; label: string }[] =>
	untilThreadChanges(db, 'services on the thread', () =>
		ofStrands(db, threadOf(db).strands).map(({ id, name }) => ({ value: id, label: name }))
	);
