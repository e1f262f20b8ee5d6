import { parts, type Part, type Scorecard, type Section } from './card.ts';
import { numberInWords } from './worth-in-words.ts';

/** The parts that a section has scored questions of. */
export const partsOf = ({ questions }: Section): Part[] =>
	parts.filter((part) => questions.some(({ scored, type }) => scored === part && type !== 'text'));

/** What a section weighs beside the others of its part, as access and quality are scored apart: 'weight 20 of 100 in quality'. */
export function weightInWords({ sections }: Scorecard, section: Section): string {
	const own = partsOf(section);
	if (!own.length) return 'not scored';
	const totals = own.map((part) => {
		const total = sections.filter((one) => partsOf(one).includes(part)).reduce((sum, { weight }) => sum + weight, 0);
		return `of ${numberInWords(total)} in ${part}`;
	});
	return `weight ${numberInWords(section.weight)} ${totals.join(' and ')}`;
}
