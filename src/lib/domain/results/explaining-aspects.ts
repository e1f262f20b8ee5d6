import type { Framework } from '#lib/domain/frameworks/document.ts';
import type { Answer } from './answer.ts';
import type { Step } from './explaining.ts';
import { reasonsInWords } from './explaining-standings.ts';
import { asDecimal } from './fraction.ts';
import { aspectLevel, lowestAspect, meanAspect } from './rubric.ts';
import type { Standing } from './standing.ts';
import { counted, listed, ratingInWords } from './wording.ts';

/** One step for each aspect, then the lowest of them. */
export function aspectSteps(framework: Framework, standings: Standing[], answers: Answer[]): Step[] {
	const titles = new Map(framework.criteria.map(({ number, title }) => [number, title]));
	const aspects = standings.map((standing): Step => {
		const reasons = reasonsInWords(framework, [standing], answers);
		const counts = reasons.length > 0 ? [] : [`Counts as ${ratingInWords(framework, standing.counts)}.`];
		return {
			heading: `${standing.criterion} ${titles.get(standing.criterion) ?? ''}`,
			text: [...reasons, ...counts].join(' '),
			attained: null
		};
	});
	const lowest = lowestAspect(standings);
	const applying = standings.filter(({ leaves }) => !leaves);
	const at = applying.filter((standing) => aspectLevel(standing) === lowest).map(({ criterion }) => criterion);
	const text =
		applying.length === 0
			? 'No aspect applies, so nothing has been rated: level 0.'
			: `The lowest of the ${counted(applying.length, 'aspect', 'aspects')} ${at.length === 1 ? 'is aspect' : 'are aspects'} ${listed(at)}: ${ratingInWords(framework, lowest === 0 ? null : String(lowest))}.`;
	return [...aspects, { heading: 'Overall level', text, attained: null }];
}

/** The mean of the aspects as a sum, and what it is shown as. */
export function meanInWords(standings: Standing[]): string {
	const mean = meanAspect(standings);
	if (mean === null) return 'There is no mean: no aspect applies.';
	const levels = standings.filter(({ leaves }) => !leaves).map(aspectLevel);
	return `Mean of the aspects: (${levels.join(' + ')}) ÷ ${levels.length} = ${asDecimal(mean, 4)}, shown as ${asDecimal(mean, 2)}.`;
}
