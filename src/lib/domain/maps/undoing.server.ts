import { and, asc, desc, eq, gt, isNull } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { people } from '#lib/domain/access/tables.ts';
import { refused, type Outcome } from '#lib/domain/outcome.ts';
import type { Database } from '#lib/server/database.ts';
import { changing, unknownMap, type Changed, type OfJourney } from './changing.server.ts';
import type { Image } from './map-rows.server.ts';
import type { MapKind } from './step-words.ts';
import { mapChanges } from './tables.ts';
import { turn } from './taking-back.server.ts';

const ordinary = (mapId: string, personId: string, undone: boolean) =>
	and(eq(mapChanges.mapId, mapId), eq(mapChanges.personId, personId), eq(mapChanges.undone, undone), isNull(mapChanges.ofChange));

/** The person's last change of a map that stands; undefined where there is none. */
function lastStanding(db: Database, mapId: string, personId: string) {
	return db
		.select()
		.from(mapChanges)
		.where(ordinary(mapId, personId, false))
		.orderBy(desc(mapChanges.number))
		.limit(1)
		.get();
}

/** The change the person took back last; none once they have changed something else since. */
function lastUndone(db: Database, mapId: string, personId: string) {
	const after = lastStanding(db, mapId, personId)?.number ?? 0;
	const undone = and(ordinary(mapId, personId, true), gt(mapChanges.number, after));
	return db.select().from(mapChanges).where(undone).orderBy(asc(mapChanges.number)).limit(1).get();
}

/** What `undo` and `redo` would do for the person now, in words; null for nothing. */
export const undoable = (db: Database, person: Person, mapId: string): { undo: string | null; redo: string | null } => ({
	undo: lastStanding(db, mapId, person.id)?.what ?? null,
	redo: lastUndone(db, mapId, person.id)?.what ?? null
});

/**
 * Takes the person's own last change of a map back. Refused where there is none, and where somebody has changed the same
 * since. Gives what it was, in words.
 */
export const undo = (db: Database, person: Person, journey: OfJourney, kind: MapKind): Outcome<{ what: string } & Changed> =>
	turning(db, person, journey, kind, 'undo');

/** Does again what the person took back last, as long as they have changed nothing else since. Refused as `undo` is. */
export const redo = (db: Database, person: Person, journey: OfJourney, kind: MapKind): Outcome<{ what: string } & Changed> =>
	turning(db, person, journey, kind, 'redo');

const words = {
	undo: { none: 'You have changed nothing here that could be undone', verb: 'undone', did: 'undid' },
	redo: { none: 'You have undone nothing here that could be done again', verb: 'done again', did: 'did again' }
};

function turning(
	db: Database,
	person: Person,
	journey: OfJourney,
	kind: MapKind,
	way: 'undo' | 'redo'
): Outcome<{ what: string } & Changed> {
	return changing(db, person, journey, (rows) => {
		const mapId = rows.mapId(kind);
		if (!mapId) return unknownMap;
		const { none, verb, did } = words[way];
		const change = (way === 'undo' ? lastStanding : lastUndone)(rows.tx, mapId, person.id);
		if (!change) return refused('nothing-to-turn', none);
		const [from, to] = way === 'undo' ? [change.after, change.before] : [change.before, change.after];
		if (!turn(rows, from as Image[], to as Image[])) {
			const by = lastByOthers(rows.tx, mapId, change.number, person.id);
			return refused('changed-since', `This cannot be ${verb}: ${by} has changed the same since (${change.what})`);
		}
		rows.tx
			.update(mapChanges)
			.set({ undone: way === 'undo' })
			.where(eq(mapChanges.number, change.number))
			.run();
		const what = `${did}: ${change.what}`;
		return { mapId, what, about: { kind: 'map', id: mapId }, gives: { what: change.what }, ofChange: change.number };
	});
}

/** Who else changed the map last after a change: with the person's own changes taken back in turn, only they can stand in the way. */
function lastByOthers(db: Database, mapId: string, number: number, personId: string): string {
	const found = db
		.select({ name: people.name, id: mapChanges.personId })
		.from(mapChanges)
		.leftJoin(people, eq(people.id, mapChanges.personId))
		.where(and(eq(mapChanges.mapId, mapId), gt(mapChanges.number, number)))
		.orderBy(desc(mapChanges.number))
		.all()
		.find(({ id }) => id !== personId);
	return found?.name ?? 'somebody';
}
