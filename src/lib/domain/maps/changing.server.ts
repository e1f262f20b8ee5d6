import type { Person } from '#lib/domain/access/person.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import type { Journey } from '#lib/domain/journeys/finding.server.ts';
import { done, refused, type Outcome, type Refused } from '#lib/domain/outcome.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database } from '#lib/server/database.ts';
import { auditOf } from './change-in-audit.server.ts';
import { MapRows } from './rows-in-change.server.ts';
import { mapChanges } from './tables.ts';

/** What a capability needs of the journey: who asks has been let in to review it. */
export type OfJourney = Pick<Journey, 'id' | 'state'>;

/** What was done, in words, to which map and thing of it, and what the capability gives back. */
export type Said<T extends object> = {
	mapId: string;
	what: string;
	about: { kind: 'map' | 'map stage' | 'map step'; id: string };
	gives: T;
	/** Where this takes another change back or does it again: which. */
	ofChange?: number;
};

/** The change's number in `map_change`; null where nothing was to be changed. */
export type Changed = { number: number | null };

export const unknownStep = refused('unknown-step', 'This step is no longer in the map. Somebody may have removed it');
export const unknownStage = refused('unknown-stage', 'This stage is not in the map. Somebody may have removed it', 'stage');
export const unknownMap = refused('unknown-map', 'This map has not been begun');

/**
 * Makes one change of a journey's map: one transaction with its audit line and its row in `map_change`. Refused where
 * the review is over. Work that refuses must do so before it writes. DOMAIN section 8.
 */
export function changing<T extends object>(
	db: Database,
	person: Person,
	journey: OfJourney,
	work: (rows: MapRows) => Said<T> | Refused
): Outcome<T & Changed> {
	if (journey.state !== 'open') return refused('closed', 'The map cannot be changed: this review is over');
	return write(db, (tx) => {
		const rows = new MapRows(tx, journey.id);
		const said = work(rows);
		const { before, after } = rows.images();
		if ('ok' in said) {
			if (before.length) throw new Error('A change of a map was refused after it had begun');
			return said;
		}
		if (!before.length && said.ofChange === undefined) return done({ ...said.gives, number: null });
		const { mapId, what, about, gives, ofChange = null } = said;
		const { number } = tx
			.insert(mapChanges)
			.values({ mapId, personId: person.id, at: now(), what, before, after, ofChange })
			.returning({ number: mapChanges.number })
			.get();
		record(tx, person, what, about, auditOf(before, after));
		return done({ ...gives, number });
	});
}

/** A text in quotation marks, short enough to stand in a sentence. */
export const quoted = (text: string): string => `“${text.length > 60 ? `${text.slice(0, 59).trimEnd()}…` : text}”`.replaceAll(/\s+/g, ' ');
