import { createHash } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { frameworkOf } from '#lib/domain/frameworks/finding.server.ts';
import { keptPerDatabase, type Database } from '#lib/server/database.ts';
import type { AssessmentSeen } from './finding.server.ts';
import { groupingOf, groupsOf } from './grouping.ts';
import { answersOf } from './reading.server.ts';
import { choicesOf, notApplicable, sayRating } from '#lib/domain/results/rating.ts';
import { completenessOf } from '#lib/domain/results/completeness.ts';
import { missingFrom } from '#lib/domain/results/answer.ts';
import { scaleOf } from '#lib/domain/results/scale.ts';
import { isAnswerable } from './status.ts';
import { answers } from './tables.ts';

/** The versions of all answers of an assessment. */
const versions = keptPerDatabase((db) =>
	db
		.select({ criterion: answers.criterion, version: answers.version })
		.from(answers)
		.where(and(eq(answers.assessmentId, sql.placeholder('id'))))
		.prepare()
);

/**
 * A few letters that stand for an answer as the page was drawn with it. The page sends them back, so that a row which
 * somebody else has saved meanwhile is not taken for one this person has changed.
 */
export const markOf = (rating: string | null, comment: string): string =>
	createHash('sha256')
		.update(JSON.stringify([rating, comment]))
		.digest('base64url')
		.slice(0, 12);

/** Every criterion as one row of a dense table, by level or theme, with what can be chosen. */
export function answerTable(db: Database, person: Person, assessment: AssessmentSeen) {
	const framework = frameworkOf(db, assessment.frameworkVersionId);
	const all = answersOf(db, assessment);
	const byCriterion = new Map(all.map((answer) => [answer.criterion, answer]));
	const version = new Map(
		versions(db)
			.all({ id: assessment.id })
			.map((row) => [row.criterion, row.version])
	);
	const letters = framework.kind === 'staged';
	const choices = choicesOf(framework, assessment.service.kind).map((value) => ({
		value,
		label: sayRating(framework, value),
		short:
			value === notApplicable
				? 'N/A'
				: value === 'inherited'
					? 'Inh'
					: letters
						? value
						: (scaleOf(framework).find(({ id }) => id === value)?.short ?? value)
	}));
	const groups = groupsOf(framework, groupingOf(framework, null)).map(({ id, number, name, criteria }) => ({
		id,
		title: framework.kind === 'staged' ? `Level ${number} ${name}` : name,
		rows: criteria.map((criterion) => {
			const answer = byCriterion.get(criterion.number);
			const [rating, comment] = [answer?.rating ?? null, answer?.comment ?? ''];
			return {
				number: criterion.number,
				title: criterion.title,
				rating,
				comment,
				version: version.get(criterion.number) ?? 1,
				was: markOf(rating, comment),
				toConfirm: answer?.toConfirm ?? false,
				answered: missingFrom(framework, answer) === null,
				evidence: answer?.evidence.length ?? 0
			};
		})
	}));
	return {
		kind: framework.kind,
		choices,
		groups,
		...completenessOf(framework, all),
		toConfirm: all.filter(({ toConfirm }) => toConfirm).length,
		mayAnswer: isAnswerable(assessment) && can(person, 'answer', assessment.thing)
	};
}

export type AnswerTable = ReturnType<typeof answerTable>;
