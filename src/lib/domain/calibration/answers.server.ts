import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm';
import { people } from '#lib/domain/access/tables.ts';
import type { Scorecard } from '#lib/domain/scorecards/card.ts';
import { formAnswers, scorecardVersions, scoredForms } from '#lib/domain/scorecards/tables.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import type { Database } from '#lib/server/database.ts';
import type { Answer, CompleteForm } from './complete-form.ts';
import { calibrationAssessors, calibrationForms, calibrationInteractions, type calibrations } from './tables.ts';

/** The scorecard of a session, whole. */
export function cardOf(db: Database, { scorecardVersionId }: Pick<typeof calibrations.$inferSelect, 'scorecardVersionId'>): Scorecard {
	const found = db
		.select({ card: scorecardVersions.document })
		.from(scorecardVersions)
		.where(eq(scorecardVersions.id, scorecardVersionId))
		.get();
	if (!found) throw new Error('A session without its scorecard');
	return found.card;
}

/** The complete forms of a session by interaction and assessor. Only for after the reveal. */
export function completeForms(db: Database, calibrationId: string): CompleteForm[] {
	const forms = db
		.select({
			formId: scoredForms.id,
			position: calibrationInteractions.position,
			reference: calibrationInteractions.reference,
			personId: people.id,
			name: people.name,
			isKey: calibrationAssessors.isKey,
			after: scoredForms.quality,
			before: scoredForms.qualityBefore
		})
		.from(calibrationInteractions)
		.innerJoin(calibrationForms, eq(calibrationForms.interactionId, calibrationInteractions.id))
		.innerJoin(scoredForms, eq(scoredForms.id, calibrationForms.formId))
		.innerJoin(people, eq(people.id, calibrationForms.personId))
		.innerJoin(
			calibrationAssessors,
			and(eq(calibrationAssessors.calibrationId, calibrationId), eq(calibrationAssessors.personId, people.id))
		)
		.where(and(eq(calibrationInteractions.calibrationId, calibrationId), isNotNull(scoredForms.completedAt)))
		.orderBy(asc(calibrationInteractions.position), asc(inAnyCase(people.name)), asc(people.id))
		.all();
	const answers = new Map(forms.map(({ formId }) => [formId, new Map<string, Answer>()]));
	const given = db
		.select()
		.from(formAnswers)
		.where(inArray(formAnswers.formId, [...answers.keys()]))
		.all();
	for (const { formId, question, value, notApplicable, note, worth } of given)
		answers.get(formId)?.set(question, { value, notApplicable, note, worth });
	return forms.map(({ formId, after, before, ...form }) => ({
		...form,
		quality: before ?? after,
		answers: answers.get(formId) ?? new Map<string, Answer>()
	}));
}
