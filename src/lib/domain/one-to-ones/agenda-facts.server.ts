import { and, asc, eq, inArray, isNotNull, ne, or, sql } from 'drizzle-orm';
import { meanInWords } from '#lib/domain/paf-sheets/side-by-side.ts';
import { objectivesDue, sheetsOf } from '#lib/domain/paf-sheets/sheet-reading.server.ts';
import { pafAssessments, pafMonths } from '#lib/domain/paf/tables.ts';
import { formAnswers, scorecardVersions } from '#lib/domain/scorecards/tables.ts';
import { trainingDueOf } from '#lib/domain/training/listing.server.ts';
import type { Database } from '#lib/server/database.ts';
import type { AgendaFacts } from './agenda.ts';

const mostMisses = 5;

/** The questions an advisor missed most (worth less than a half) in the counted scores of a month, commonest first. */
export function missesOf(db: Database, staffId: string, month: string): AgendaFacts['misses'] {
	const counted = and(
		eq(pafAssessments.staffId, staffId),
		eq(pafAssessments.month, month),
		isNotNull(pafAssessments.releasedAt),
		ne(pafAssessments.state, 'upheld'),
		or(eq(pafAssessments.selection, 'sampled'), pafMonths.chosenCount)
	);
	const rows = db
		.select({
			card: scorecardVersions.id,
			question: formAnswers.question,
			asked: sql<number>`count(*)`,
			missed: sql<number>`sum(${formAnswers.worth} < 0.5)`
		})
		.from(pafAssessments)
		.innerJoin(pafMonths, eq(pafMonths.id, pafAssessments.monthId))
		.innerJoin(formAnswers, eq(formAnswers.formId, sql`coalesce(${pafAssessments.changedFormId}, ${pafAssessments.formId})`))
		.innerJoin(scorecardVersions, eq(scorecardVersions.id, pafAssessments.scorecardVersionId))
		.where(and(counted, isNotNull(formAnswers.worth)))
		.groupBy(scorecardVersions.id, formAnswers.question)
		.having(sql`sum(${formAnswers.worth} < 0.5) > 0`)
		.orderBy(sql`sum(${formAnswers.worth} < 0.5) desc`, sql`count(*)`, formAnswers.question)
		.all()
		.slice(0, mostMisses);
	const texts = questionTexts(db, [...new Set(rows.map(({ card }) => card))]);
	return rows.map(({ card, question, asked, missed }) => ({ question: texts.get(`${card} ${question}`) ?? question, asked, missed }));
}

/** What the questions of some scorecards say, by version and id. */
export function questionTexts(db: Database, cards: readonly string[]): Map<string, string> {
	if (!cards.length) return new Map();
	const found = db
		.select({ id: scorecardVersions.id, document: scorecardVersions.document })
		.from(scorecardVersions)
		.where(inArray(scorecardVersions.id, [...cards]))
		.all();
	return new Map(
		found.flatMap(({ id, document }) =>
			document.sections.flatMap(({ questions }) => questions.map((one) => [`${id} ${one.id}`, one.text] as const))
		)
	);
}

/** All that goes into the agenda of a one-to-one about a month. */
export function agendaFacts(db: Database, staffId: string, month: string, today: string): AgendaFacts {
	const sheet = sheetsOf(db, staffId, [month])[0];
	const appealed = db
		.select({ number: pafAssessments.number, state: pafAssessments.state })
		.from(pafAssessments)
		.where(
			and(
				eq(pafAssessments.staffId, staffId),
				eq(pafAssessments.month, month),
				inArray(pafAssessments.state, ['appealed', 'upheld', 'changed', 'rejected'])
			)
		)
		.orderBy(asc(pafAssessments.number))
		.all();
	return {
		month,
		quality: sheet ? meanInWords(sheet.quality) : 'no scores',
		scores: String(sheet?.quality.n ?? 0),
		misses: missesOf(db, staffId, month),
		appeals: appealed,
		objectives: objectivesDue(db, staffId, today),
		training: trainingDueOf(db, staffId, today)
			.filter(({ state }) => state === 'overdue' || state === 'due soon')
			.map(({ course, dueOn }) => ({ course, dueOn }))
	};
}
