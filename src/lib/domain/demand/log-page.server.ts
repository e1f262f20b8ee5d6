import { count } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { can } from '#lib/domain/access/can.ts';
import { thingOf, type Journey } from '#lib/domain/journeys/finding.server.ts';
import { mapOf } from '#lib/domain/maps/reading.server.ts';
import type { Database } from '#lib/server/database.ts';
import { inLog, typesUsed } from './counting.server.ts';
import { filtersIn } from './filters.ts';
import { lastNoted, removedWords } from './finding.server.ts';
import { contactsListed } from './listing.server.ts';
import { demandSteps, sayStep } from './steps.ts';
import { contacts } from './tables.ts';

/** The steps of the as-is map to choose from. */
export const stepChoices = (db: Database, journeyId: string) =>
	demandSteps(mapOf(db, journeyId, 'as-is')).map((step) => ({ value: step.id, label: sayStep(step) }));

/** Whether the person may write in this log. */
export const mayWrite = (person: Person, journey: Journey): boolean =>
	journey.state === 'open' && can(person, 'review journey', thingOf(journey));

/** All that the page of a demand log shows. A contact just noted gives the next one its channel, day and step. */
export function logPage(db: Database, person: Person, journey: Journey, query: URLSearchParams, today: string) {
	const filters = filtersIn(query);
	const noted = query.get('noted') ?? '';
	const last = noted ? lastNoted(db, journey.id, noted) : null;
	const removed = query.get('removed') ?? '';
	const words = removed ? removedWords(db, journey.id, removed) : null;
	const byKind = db.select({ kind: contacts.kind, count: count() }).from(contacts).where(inLog(journey.id)).groupBy(contacts.kind).all();
	const of = (kind: 'value' | 'failure') => byKind.find((one) => one.kind === kind)?.count ?? 0;
	return {
		filters,
		listed: contactsListed(db, journey.id, filters, {
			after: query.get('after') ?? undefined,
			before: query.get('before') ?? undefined
		}),
		heard: { value: of('value'), failure: of('failure') },
		steps: stepChoices(db, journey.id),
		types: typesUsed(db, journey.id),
		mayWrite: mayWrite(person, journey),
		noted: last ? { id: noted, words: last.words } : null,
		removed: words === null ? null : { id: removed, words },
		start: {
			words: '',
			kind: '',
			type: '',
			predictable: '',
			channel: last?.channel ?? '',
			heardOn: last?.heardOn ?? today,
			stepId: last?.stepId ?? ''
		}
	};
}
