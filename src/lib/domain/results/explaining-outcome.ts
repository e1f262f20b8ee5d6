import type { Framework } from '#lib/domain/frameworks/document.ts';
import type { Answer } from './answer.ts';
import type { Step } from './explaining.ts';
import { reasonsInWords } from './explaining-standings.ts';
import { asDecimal, fraction } from './fraction.ts';
import { unmetBy, type Outcome } from './outcome.ts';
import { isMet, scaleOf } from './scale.ts';
import type { Standing } from './standing.ts';
import { counted, eitherOf, listed, ratingInWords } from './wording.ts';

/** First what the elements count as, then each outcome from the best down to the one that holds. */
export function outcomeSteps(framework: Framework, standings: Standing[], answers: Answer[]): Step[] {
	const applying = standings.filter(({ leaves }) => !leaves);
	if (applying.length === 0) return [{ heading: 'Elements', text: 'No element applies, so there is no outcome.', attained: false }];
	const tally = scaleOf(framework).map(({ id, name }) => `${applying.filter(({ counts }) => counts === id).length} ${name}`);
	const text = [
		`${counted(applying.length, 'element applies', 'elements apply')}: ${listed(tally)}.`,
		...reasonsInWords(framework, standings, answers)
	];
	const outcomes = framework.outcomes ?? [];
	const reached = outcomes.findIndex((outcome) => unmetBy(outcome, standings).length === 0);
	const tried = reached < 0 ? outcomes : outcomes.slice(0, reached + 1);
	return [
		{ heading: 'Elements', text: text.join(' '), attained: null },
		...tried.map((outcome) => outcomeStep(framework, outcome, applying))
	];
}

function outcomeStep(framework: Framework, outcome: Outcome, applying: Standing[]): Step {
	const holds = unmetBy(outcome, applying).length === 0;
	const conditions = Object.entries(outcome.atMost ?? {}).map(([rating, atMost]) => {
		const count = applying.filter(({ counts }) => counts === rating).length;
		return `${atMost === 0 ? 'None' : `At most ${atMost}`} may be ${ratingInWords(framework, rating)}: ${count} ${count === 1 ? 'is' : 'are'}.`;
	});
	if (outcome.atLeast) {
		const { share, ratings } = outcome.atLeast;
		const met = applying.filter(({ counts }) => counts !== null && ratings.includes(counts)).length;
		const names = eitherOf(ratings.map((rating) => ratingInWords(framework, rating)));
		conditions.push(
			`At least ${Number((share * 100).toFixed(4))}% must be ${names}: ${met} of ${applying.length} (${percentage(met, applying.length)}%).`
		);
	}
	if (conditions.length === 0) conditions.push('It has no conditions.');
	return { heading: outcome.name, text: [...conditions, holds ? 'It holds.' : 'It does not hold.'].join(' '), attained: holds };
}

const percentage = (met: number, of: number) => asDecimal(fraction(met * 100, of), 1);

/** The share met, with what it is a share of. */
export function shareInWords(framework: Framework, standings: Standing[]): string {
	const applying = standings.filter(({ leaves }) => !leaves);
	if (applying.length === 0) return 'There is no share met: no element applies.';
	const met = applying.filter(({ counts }) => isMet(framework, counts)).length;
	return `Share met: ${met} of ${applying.length} elements that apply (${percentage(met, applying.length)}%). There is no index.`;
}
