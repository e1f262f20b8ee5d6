import { and, asc, eq, inArray } from 'drizzle-orm';
import { services, staff, teams } from '#lib/domain/organisation/tables.ts';
import { bestWorth } from '#lib/domain/scorecards/asked.ts';
import type { Question } from '#lib/domain/scorecards/card.ts';
import { formAnswers, scorecardVersions, scoredForms } from '#lib/domain/scorecards/tables.ts';
import type { Database } from '#lib/server/database.ts';
import type { CountedVisit } from './counted-visit.ts';
import { staffNames } from './staff-names.server.ts';
import { scenarios, visits } from './tables.ts';
import { withoutNames } from './without-names.ts';

const inPoints = (hundredths: number | null) => (hundredths === null ? null : hundredths / 100);

/** The checked visits of a wave with what was answered: for the figures alone, never for a page as they are. */
export function countedVisits(db: Database, waveId: string): CountedVisit[] {
	const counted = and(eq(visits.waveId, waveId), eq(visits.state, 'checked'));
	const rows = db
		.select({
			formId: scoredForms.id,
			cardId: scoredForms.scorecardVersionId,
			channel: scenarios.channel,
			serviceId: visits.serviceId,
			service: services.name,
			teamId: visits.teamId,
			team: teams.name,
			staffId: visits.staffId,
			staffName: staff.name,
			quality: scoredForms.quality,
			access: scoredForms.access
		})
		.from(visits)
		.innerJoin(scoredForms, eq(scoredForms.id, visits.formId))
		.innerJoin(scenarios, eq(scenarios.id, visits.scenarioId))
		.innerJoin(services, eq(services.id, visits.serviceId))
		.leftJoin(teams, eq(teams.id, visits.teamId))
		.leftJoin(staff, eq(staff.id, visits.staffId))
		.where(counted)
		.orderBy(asc(visits.number))
		.all();
	const cards = cardsById(db, [...new Set(rows.map(({ cardId }) => cardId))]);
	const answers = db
		.select({ formId: formAnswers.formId, question: formAnswers.question, value: formAnswers.value, worth: formAnswers.worth })
		.from(visits)
		.innerJoin(formAnswers, eq(formAnswers.formId, visits.formId))
		.where(counted)
		.all();
	const byForm = new Map<string, typeof answers>();
	for (const answer of answers) byForm.set(answer.formId, [...(byForm.get(answer.formId) ?? []), answer]);
	const names = staffNames(db);
	return rows.map(({ formId, cardId, quality, access, ...row }) => {
		const card = cards.get(cardId);
		const given = byForm.get(formId) ?? [];
		return {
			...row,
			quality: inPoints(quality),
			access: inPoints(access),
			passed: quality === null || !card ? null : quality >= card.passMark * 100,
			answers: given.flatMap(({ question, worth }) => {
				const asked = card?.questions.get(question);
				// a question without weight says what is asked next; it tests nothing
				if (!asked?.weight || worth === null) return [];
				return [
					{
						question: `${card?.scorecard} ${question}`,
						text: `${question} ${asked.text}`,
						standards: asked.standard ? [asked.standard] : [],
						isBest: worth >= bestWorth(asked)
					}
				];
			}),
			verbatims: given.flatMap(({ question, value }) =>
				card?.questions.get(question)?.type === 'text' && value?.trim() ? [withoutNames(value.trim(), names)] : []
			)
		};
	});
}

type Card = { scorecard: string; passMark: number; questions: Map<string, Question> };

function cardsById(db: Database, ids: string[]): Map<string, Card> {
	if (!ids.length) return new Map();
	const found = db
		.select({ id: scorecardVersions.id, scorecard: scorecardVersions.scorecard, document: scorecardVersions.document })
		.from(scorecardVersions)
		.where(inArray(scorecardVersions.id, ids))
		.all();
	return new Map(
		found.map(({ id, scorecard, document }) => {
			const questions = new Map(
				document.sections.flatMap((section) => section.questions.map((question) => [question.id, question] as const))
			);
			return [id, { scorecard, passMark: document.passMark, questions }];
		})
	);
}
