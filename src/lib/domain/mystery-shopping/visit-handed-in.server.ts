import type { Person } from '#lib/domain/access/person.ts';
import { formOf } from '#lib/domain/scorecards/forms.server.ts';
import type { Database } from '#lib/server/database.ts';
import { answersInWords } from './answers-in-words.ts';
import { visitToCheck } from './finding.server.ts';
import { attemptsAt, evidenceOfVisit } from './own-visit.server.ts';
import { staffNames } from './staff-names.server.ts';
import { withoutNames } from './without-names.ts';

/**
 * What a second person sees of a visit that was handed in: the scenario with its right answer, what was answered, and what of
 * the words would be quoted. No score: a single contact's is told nowhere.
 */
export function visitHandedIn(db: Database, person: Person, id: string) {
	const { visit, wave, scenario, service, shopper } = visitToCheck(db, person, id);
	const form = visit.formId ? formOf(db, visit.formId) : null;
	const names = staffNames(db);
	const { number, state, version, agency, reference, fromOn, toOn, timeOfDay, visitedAt, rings, waitSeconds, mend, leftOutReason } = visit;
	return {
		visit: { id, number, state, version, agency, reference, fromOn, toOn, timeOfDay, visitedAt, rings, waitSeconds, mend, leftOutReason },
		isOpen: wave.state === 'open',
		scenario: {
			title: scenario.title,
			channel: scenario.channel,
			situation: scenario.situation,
			variant: visit.variant,
			rightAnswer: scenario.rightAnswer
		},
		service,
		shopper,
		answers: form
			? answersInWords(form.card, form.answers).map((one) => ({ ...one, quoted: one.isText ? withoutNames(one.answer, names) : null }))
			: [],
		attempts: attemptsAt(db, id),
		evidence: evidenceOfVisit(db, id)
	};
}
