import { and, eq } from 'drizzle-orm';
import type { RequestEvent } from '@sveltejs/kit';
import type { Person } from '#lib/domain/access/person.ts';
import { journeySeen, journeyToReview, type Journey } from '#lib/domain/journeys/finding.server.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import { isMapKind, type MapKind } from './step-words.ts';
import { maps } from './tables.ts';

type Event = Pick<RequestEvent, 'locals' | 'url'> & { params: { journey: string; kind: string } };
type Seen = { person: Person; journey: Journey; kind: MapKind; mapId: string | null };

function look(event: Event, find: typeof journeySeen): Seen {
	const person = signedIn(event);
	const { db } = event.locals;
	const journey = find(db, person, event.params.journey);
	const { kind } = event.params;
	if (!isMapKind(kind)) notFound();
	const map = db
		.select({ id: maps.id })
		.from(maps)
		.where(and(eq(maps.journeyId, journey.id), eq(maps.kind, kind)))
		.get();
	return { person, journey, kind, mapId: map?.id ?? null };
}

/** The person signed in with the map of the address; 404 where they do not see the journey. `mapId` is null for one not begun. */
export const mapSeen = (event: Event): Seen => look(event, journeySeen);

/** As `mapSeen`, where the person may change the map; 403 where they can only read it. */
export const mapToChange = (event: Event): Seen => look(event, journeyToReview);
