import type { Framework } from '#lib/domain/frameworks/document.ts';
import type { Answer } from './answer.ts';
import { aspectSteps, meanInWords } from './explaining-aspects.ts';
import { indexInWords, levelRule, levelSteps } from './explaining-levels.ts';
import { outcomeSteps, shareInWords } from './explaining-outcome.ts';
import { standingsOf, type Basis } from './standing.ts';

/** One step of the calculation in words. `attained` is null where there is nothing to attain. */
export type Step = { heading: string; text: string; attained: boolean | null };

/** The whole calculation in words: its steps, the index (mean or share met, by kind), and the rule behind it. */
export type Explanation = { steps: Step[]; index: string; rule: string };

/**
 * Explains a result on one basis, made from the same standings, levels, index and outcomes that
 * `resultOf` uses, so that the words cannot differ from the figures.
 */
export function explain(framework: Framework, answers: Answer[], basis: Basis, on: string): Explanation {
	const standings = standingsOf(framework, answers, basis, on);
	if (framework.kind === 'rubric') {
		const rule = 'The overall level is that of the lowest aspect, shown with the mean. An unanswered aspect counts as level 0.';
		return { steps: aspectSteps(framework, standings, answers), index: meanInWords(standings), rule };
	}
	if (framework.kind === 'compliance') {
		const rule = 'The outcome is the first, from the best, whose conditions all hold.';
		return { steps: outcomeSteps(framework, standings, answers), index: shareInWords(framework, standings), rule };
	}
	return { steps: levelSteps(framework, standings, answers), index: indexInWords(framework, standings), rule: levelRule(framework) };
}
