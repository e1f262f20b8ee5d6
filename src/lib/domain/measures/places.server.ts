import type { Database, Transaction } from '#lib/server/database.ts';
import { sql } from 'drizzle-orm';
import { rowsOf } from '#lib/server/prepared-query.ts';
import { placeKey, type Place } from './scope.ts';
import { measurePlaces } from './tables.ts';

const found = (db: Database, { serviceId, teamId, channel }: Place) =>
	rowsOf<{ id: number }>(
		db,
		sql`select id from measure_place where coalesce(service_id, '') = ${serviceId ?? ''} and coalesce(team_id, '') = ${teamId ?? ''}
			and coalesce(channel, '') = ${channel ?? ''}`
	)[0]?.id;

/** The number under which the values of a place are kept; null where there have been none. */
export const placeNumber = (db: Database, place: Place): number | null => found(db, place) ?? null;

/** The numbers of all places there are, by `placeKey`. */
export const allPlaces = (db: Database): Map<string, number> =>
	new Map(
		db
			.select()
			.from(measurePlaces)
			.all()
			.map((place) => [placeKey(place), place.id])
	);

/** The number of a place, which is made where there is none. `known` is from `allPlaces`, and learns it. */
export function keepPlace(tx: Transaction, known: Map<string, number>, place: Place): number {
	const key = placeKey(place);
	let id = known.get(key);
	if (id === undefined) {
		id = tx.insert(measurePlaces).values(place).returning({ id: measurePlaces.id }).get().id;
		known.set(key, id);
	}
	return id;
}
