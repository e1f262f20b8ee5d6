import type { Framework } from '#lib/domain/frameworks/document.ts';
import { missingFrom, type Answer, type Missing } from './answer.ts';

/** How many criteria are answered, of how many. Never mixed with score or workflow status (DOMAIN section 2.1). */
export type Completeness = { answered: number; total: number };

/** Every criterion that counts as unanswered, in the framework's order, with why. */
export function missingOf(framework: Framework, answers: Answer[]): { criterion: string; why: Missing }[] {
	const byCriterion = new Map(answers.map((answer) => [answer.criterion, answer]));
	return framework.criteria.flatMap(({ number }) => {
		const why = missingFrom(framework, byCriterion.get(number));
		return why ? [{ criterion: number, why }] : [];
	});
}

/** How complete an assessment is. */
export function completenessOf(framework: Framework, answers: Answer[]): Completeness {
	const total = framework.criteria.length;
	return { answered: total - missingOf(framework, answers).length, total };
}

/** Whether an assessment can be submitted: only once every criterion is answered. `missing` says what is not. */
export function canSubmit(framework: Framework, answers: Answer[]): { ready: boolean; missing: { criterion: string; why: Missing }[] } {
	const missing = missingOf(framework, answers);
	return { ready: missing.length === 0, missing };
}
