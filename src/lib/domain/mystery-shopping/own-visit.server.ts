import { asc, eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { dayOf, showTime } from '#lib/domain/calendar/dates.ts';
import { storedFiles } from '#lib/domain/evidence/tables.ts';
import { formOf } from '#lib/domain/scorecards/forms.server.ts';
import { scorecardVersions } from '#lib/domain/scorecards/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { visitOfShopper } from './finding.server.ts';
import { attempts, visitEvidence } from './tables.ts';

/** What was brought back from a visit, in the order in which it came. */
export const evidenceOfVisit = (db: Database, visitId: string) =>
	db
		.select({ id: visitEvidence.id, fileName: visitEvidence.fileName, shows: visitEvidence.shows, size: storedFiles.size })
		.from(visitEvidence)
		.innerJoin(storedFiles, eq(storedFiles.sha256, visitEvidence.sha256))
		.where(eq(visitEvidence.visitId, visitId))
		.orderBy(asc(visitEvidence.addedAt), asc(visitEvidence.id))
		.all();

export const attemptsAt = (db: Database, visitId: string) =>
	db.select({ at: attempts.at, note: attempts.note }).from(attempts).where(eq(attempts.visitId, visitId)).orderBy(asc(attempts.at)).all();

/** All a shopper sees of their own visit: the brief, the questions, what they answered. No score, and not what a right answer is. */
export function ownVisit(db: Database, person: Person, id: string) {
	const { visit, wave, scenario, service } = visitOfShopper(db, person, id);
	const form = visit.formId ? formOf(db, visit.formId) : null;
	const card =
		form?.card ??
		db
			.select({ card: scorecardVersions.document })
			.from(scorecardVersions)
			.where(eq(scorecardVersions.id, scenario.scorecardVersionId))
			.get()?.card;
	if (!card) throw new Error(`Scenario ${scenario.number} has no scorecard`);
	const { number, state, fromOn, toOn, timeOfDay, mend, rings, waitSeconds, visitedAt } = visit;
	return {
		visit: { id, number, state, fromOn, toOn, timeOfDay, mend },
		isOpen: wave.state === 'open' && ['planned', 'started', 'sent back'].includes(state),
		brief: {
			title: scenario.title,
			channel: scenario.channel,
			situation: scenario.situation,
			variant: visit.variant,
			whereTo: scenario.whereTo,
			service
		},
		// what an answer is worth is not for the shopper
		card: withoutWorth(card),
		answers: form?.answers ?? {},
		unanswered: form?.score.unanswered.length ?? null,
		version: form?.version ?? 1,
		timing: {
			visitedOn: visitedAt === null ? '' : dayOf(visitedAt),
			visitedTime: visitedAt === null ? '' : showTime(visitedAt),
			rings: rings === null ? '' : String(rings),
			waitSeconds: waitSeconds === null ? '' : String(waitSeconds)
		},
		attempts: attemptsAt(db, id),
		evidence: evidenceOfVisit(db, id)
	};
}

type Card = typeof scorecardVersions.$inferSelect.document;

const withoutWorth = (card: Card): Card => ({
	...card,
	passMark: 0,
	bands: [],
	sections: card.sections.map((section) => ({
		...section,
		weight: 0,
		questions: section.questions.map((question) => {
			const { critical: _critical, bands: _bands, standard: _standard, good: _good, poor: _poor, ...rest } = question;
			return { ...rest, weight: 0, ...(question.choices && { choices: question.choices.map((choice) => ({ ...choice, worth: 0 })) }) };
		})
	}))
});
