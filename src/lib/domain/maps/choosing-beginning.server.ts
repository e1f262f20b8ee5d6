import { and, asc, eq, exists, ne } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { inSight } from '#lib/domain/journeys/narrowing.server.ts';
import { journeys } from '#lib/domain/journeys/tables.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import type { Database } from '#lib/server/database.ts';
import { fromAsIs, fromNothing, fromOther, fromTemplate } from './beginning.ts';
import { mapOf } from './reading.server.ts';
import type { Beginning } from './starting.server.ts';
import type { MapKind } from './step-words.ts';
import { maps, mapSteps } from './tables.ts';
import { templates } from './templates.server.ts';

/** So many maps are offered; whoever sees more takes one of the first by name. */
const mostOffered = 300;

/** The maps with steps that a person sees, but for those of this journey, by name. */
export const otherMaps = (db: Database, person: Person, journeyId: string) =>
	db
		.select({ id: maps.id, kind: maps.kind, journeyId: journeys.id, journey: journeys.name })
		.from(maps)
		.innerJoin(journeys, eq(journeys.id, maps.journeyId))
		.where(
			and(
				inSight(person),
				ne(journeys.id, journeyId),
				exists(db.select({ id: mapSteps.id }).from(mapSteps).where(eq(mapSteps.mapId, maps.id)))
			)
		)
		.orderBy(asc(inAnyCase(journeys.name)), asc(journeys.id), asc(maps.kind))
		.limit(mostOffered)
		.all();

/** A start as it is chosen on the page: `from` names a template, or is one of the other ways. */
export type Chosen = { from: string; map: string };

/** What a person can begin a map of a journey from. */
export function beginningsFor(db: Database, person: Person, journeyId: string, kind: MapKind) {
	const asIs = kind === 'to-be' ? mapOf(db, journeyId, 'as-is') : null;
	return {
		asIs: !!asIs?.stages.length,
		templates: templates().map(({ id, name, about, stages }) => ({
			id,
			name,
			about,
			stages: stages.length,
			steps: stages.reduce((sum, { steps }) => sum + steps.length, 0)
		})),
		others: otherMaps(db, person, journeyId)
	};
}

/** The content of what was chosen. Refused where it is not one of those offered. */
export function beginningOf(db: Database, person: Person, journeyId: string, { from, map }: Chosen): Outcome<{ beginning: Beginning }> {
	if (from === 'empty') return done({ beginning: fromNothing });
	if (from === 'as-is') {
		const asIs = mapOf(db, journeyId, 'as-is');
		return asIs
			? done({ beginning: fromAsIs(asIs) })
			: refused('no-as-is', 'The as-is map has not been begun. Choose another start', 'from');
	}
	if (from === 'map') {
		const other = otherMaps(db, person, journeyId).find(({ id }) => id === map);
		const content = other && mapOf(db, other.journeyId, other.kind);
		return content ? done({ beginning: fromOther(content, other.journey) }) : refused('no-map', 'Choose the map to begin from', 'map');
	}
	const template = templates().find(({ id }) => id === from);
	return template ? done({ beginning: fromTemplate(template) }) : refused('unknown-start', 'Choose what to begin from', 'from');
}
