import type { Person } from '#lib/domain/access/person.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import type { Journey } from '#lib/domain/journeys/finding.server.ts';
import { done, refused, type Outcome, type Refused } from '#lib/domain/outcome.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import { and, eq } from 'drizzle-orm';
import { mapSteps, maps } from '#lib/domain/maps/tables.ts';
import type { ContactTyped } from './forms.ts';
import { contacts } from './tables.ts';

/** Why a journey's log takes no more; null while it is open. */
export const refusedLog = ({ state }: Pick<Journey, 'state'>): Refused | null =>
	state === 'open' ? null : refused('closed', `This review is ${state}, so its demand log is kept as it is`);

/** Whether the step is one of the journey's as-is map. */
export const isStepOf = (tx: Database, journeyId: string, stepId: string): boolean =>
	!!tx
		.select({ id: mapSteps.id })
		.from(mapSteps)
		.innerJoin(maps, eq(maps.id, mapSteps.mapId))
		.where(and(eq(mapSteps.id, stepId), eq(maps.journeyId, journeyId), eq(maps.kind, 'as-is')))
		.get();

/** Why a contact cannot stand in the log like this; null where it can. */
export function refusedContact(tx: Transaction, journey: Journey, { heardOn, stepId }: ContactTyped, today: string): Refused | null {
	const closed = refusedLog(journey);
	if (closed) return closed;
	if (heardOn > today) return refused('in-future', 'The day it was heard must be today or in the past', 'heardOn');
	if (stepId && !isStepOf(tx, journey.id, stepId))
		return refused('unknown-step', 'Choose a step of the as-is map: the one you chose is no longer there', 'stepId');
	return null;
}

/**
 * Notes a contact in the demand log, in the customer's own words. Refused once the review is closed, for a day to come and
 * for a step that is not on the as-is map. Gives its id. DOMAIN section 4.
 */
export function noteContact(db: Database, person: Person, journey: Journey, typed: ContactTyped, today: string): Outcome<{ id: string }> {
	return write(db, (tx) => {
		const refusal = refusedContact(tx, journey, typed, today);
		if (refusal) return refusal;
		const contact = { ...typed, stepId: typed.stepId || null };
		const { id } = tx
			.insert(contacts)
			.values({ ...contact, journeyId: journey.id, notedBy: person.id, notedAt: now() })
			.returning({ id: contacts.id })
			.get();
		record(tx, person, `noted a contact of journey ${journey.number}`, { kind: 'contact', id }, changesOf({}, contact));
		return done({ id });
	});
}
