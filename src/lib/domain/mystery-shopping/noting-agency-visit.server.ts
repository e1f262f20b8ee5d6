import type { Person } from '#lib/domain/access/person.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { dayOf } from '#lib/domain/calendar/dates.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import type { GivenAnswers } from '#lib/domain/scorecards/card.ts';
import { formOf, refusalOf, saveFormAnswers, startForm } from '#lib/domain/scorecards/forms.server.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database } from '#lib/server/database.ts';
import { nextVisitNumber } from './drawing-plan.server.ts';
import { refusedWhenClosed } from './keeping-waves.server.ts';
import { visits } from './tables.ts';
import type { TimeOfDay } from './words.ts';

/** A visit that an outside agency made, under its own reference; the scorecard is that of the scenario. */
export type AgencyVisit = {
	agency: string;
	reference: string;
	scenarioId: string;
	scorecardVersionId: string;
	serviceId: string;
	visitedAt: number;
	timeOfDay: TimeOfDay;
	rings: number | null;
	waitSeconds: number | null;
	given: GivenAnswers;
};

/** Takes in a visit of an outside agency, to be checked by somebody of the council before it counts. Refused in a closed wave, or while a question is unanswered. */
export function noteAgencyVisit(
	db: Database,
	person: Person,
	waveId: string,
	{ scorecardVersionId, given, ...visit }: AgencyVisit
): Outcome<{ id: string; number: number }> {
	return write(db, (tx) => {
		const closed = refusedWhenClosed(tx, waveId);
		if (closed) return closed;
		const refusal = refusalOf(tx, scorecardVersionId, given);
		if (refusal) return refusal;
		const formId = startForm(tx, person, scorecardVersionId);
		const saved = saveFormAnswers(tx, person, formId, given, formOf(tx, formId)?.version ?? 1);
		if (!saved.ok) return saved;
		const missing = formOf(tx, formId)?.score.unanswered ?? [];
		if (missing.length) return refused('incomplete', `${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} not answered`);
		const day = dayOf(visit.visitedAt);
		const row = {
			...visit,
			waveId,
			formId,
			number: nextVisitNumber(tx),
			fromOn: day,
			toOn: day,
			state: 'submitted',
			submittedAt: now()
		} as const;
		const { id, number } = tx.insert(visits).values(row).returning({ id: visits.id, number: visits.number }).get();
		record(
			tx,
			person,
			`took in visit ${number} of ${visit.agency}`,
			{ kind: 'visit', id },
			changesOf({}, { agency: visit.agency, reference: visit.reference, serviceId: visit.serviceId })
		);
		return done({ id, number });
	});
}
