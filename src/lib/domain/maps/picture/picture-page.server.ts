import { asc, eq } from 'drizzle-orm';
import { personas } from '#lib/domain/journeys/tables.ts';
import type { Journey } from '#lib/domain/journeys/finding.server.ts';
import type { Database } from '#lib/server/database.ts';
import type { JourneyMap } from '../map.ts';
import { mapOf } from '../reading.server.ts';
import type { MapKind } from '../step-words.ts';
import { columnsOf, emptyStagesOf, type ColumnGroup } from './columns.ts';
import type { Heading } from './whole-picture.ts';

/** What the picture of a journey is drawn from. `which` says which maps there are, in words. */
export type Picture = {
	groups: ColumnGroup[];
	maps: Record<MapKind, JourneyMap | null>;
	heading: Heading;
	which: string;
	asIs: boolean;
	toBe: boolean;
	empty: string[];
	personas: string[];
};

const inWords = (asIs: boolean, toBe: boolean) =>
	asIs && toBe ? 'As-is map, with to-be laid over' : asIs ? 'As-is map' : toBe ? 'To-be map' : 'No map yet';

/** The maps of a journey laid over one another, with what stands above them. */
export function pictureOf(db: Database, journey: Journey): Picture {
	const [asIs, toBe] = [mapOf(db, journey.id, 'as-is'), mapOf(db, journey.id, 'to-be')];
	const which = inWords(asIs !== null, toBe !== null);
	const named = db
		.select({ name: personas.name })
		.from(personas)
		.where(eq(personas.journeyId, journey.id))
		.orderBy(asc(personas.position))
		.all();
	return {
		groups: columnsOf(asIs, toBe),
		heading: { words: `“${journey.words}”`, beneath: which },
		which,
		maps: { 'as-is': asIs, 'to-be': toBe },
		asIs: asIs !== null,
		toBe: toBe !== null,
		empty: emptyStagesOf(asIs, toBe),
		personas: named.map(({ name }) => name)
	};
}
