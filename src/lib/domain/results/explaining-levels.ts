import type { Framework } from '#lib/domain/frameworks/document.ts';
import type { Answer } from './answer.ts';
import type { Step } from './explaining.ts';
import { asDecimal, inWords } from './fraction.ts';
import { levelNumbers, levelOf, needsAt, needsBelow, stopping, thresholdsOf } from './level.ts';
import { indexParts, indexTotal } from './maturity-index.ts';
import { reasonsInWords } from './explaining-standings.ts';
import type { Standing } from './standing.ts';
import { counted, listed, ratingInWords } from './wording.ts';

/** One step for each level up to the first that is not attained, and one for all above it. */
export function levelSteps(framework: Framework, standings: Standing[], answers: Answer[]): Step[] {
	if (standings.every(({ leaves }) => leaves)) {
		return [{ heading: 'All levels', text: 'No criterion applies, so nothing has been rated: level 0.', attained: false }];
	}
	const numbers = levelNumbers(framework);
	const reached = levelOf(standings, framework);
	const tried = numbers.find((number) => number > reached);
	const beyond = numbers.filter((number) => tried !== undefined && number > tried);
	const steps = numbers
		.filter((number) => tried === undefined || number <= tried)
		.map((number) => levelStep(framework, standings, answers, number, number <= reached));
	if (beyond.length === 0) return steps;
	const one = beyond.length === 1;
	const text = `${one ? 'Needs' : 'Need'} level ${tried} first: not attained.`;
	return [...steps, { heading: `${one ? 'Level' : 'Levels'} ${spanned(beyond)}`, text, attained: false }];
}

function levelStep(framework: Framework, standings: Standing[], answers: Answer[], number: number, attained: boolean): Step {
	const own = standings.filter(({ level }) => level === number);
	const applying = own.filter(({ leaves }) => !leaves);
	const best = applying.filter(({ counts }) => counts === 'F').length;
	const sentences = [
		applying.length === 0
			? own.length === 0
				? 'It has no criteria.'
				: 'None of its criteria applies.'
			: `${counted(applying.length, 'criterion applies', 'criteria apply')}, ${counted(best, 'counts', 'count')} as Fully.`,
		...reasonsInWords(framework, own, answers),
		attained ? whyAttained(framework, standings, number, applying.length) : whyNot(framework, standings, number)
	];
	const name = framework.levels?.find((level) => level.number === number)?.name ?? '';
	return { heading: `Level ${number} ${name}`.trim(), text: sentences.join(' '), attained };
}

const least = (framework: Framework, rating: string) => (rating === 'F' ? 'Fully' : `at least ${ratingInWords(framework, rating)}`);

/** '4', '4 and 5', '2 to 5'. */
const spanned = (numbers: number[]) => (numbers.length > 2 ? `${numbers[0]} to ${numbers.at(-1)}` : listed(numbers.map(String)));

function whyAttained(framework: Framework, standings: Standing[], number: number, applying: number): string {
	const here = applying === 0 ? [] : [`${applying === 1 ? 'it is' : 'all are'} ${least(framework, thresholdsOf(framework).atLevel)}`];
	const lower = levelNumbers(framework).filter((level) => level < number && standings.some((one) => one.level === level && !one.leaves));
	const whole = lower.length === 1 ? `all of level ${lower[0]} is` : `all of levels ${spanned(lower)} are`;
	const below = lower.length === 0 ? [] : [`${whole} ${least(framework, needsBelow(framework))}`];
	const end = applying === 0 ? 'passed through' : 'attained';
	return sentence([...here, ...below].length === 0 ? end : `${listed([...here, ...below])}: ${end}.`);
}

function whyNot(framework: Framework, standings: Standing[], number: number): string {
	const stoppers = stopping(framework, standings, number);
	const levels = levelNumbers(framework).filter((level) => stoppers.some((one) => one.level === level));
	const parts = levels.reverse().map((level) => {
		const own = stoppers.filter((one) => one.level === level).map(({ criterion }) => criterion);
		const needs = ratingInWords(framework, needsAt(framework, level, number));
		return `${listed(own)}${level === number ? '' : ` of level ${level}`} ${own.length === 1 ? 'is' : 'are'} below ${needs}`;
	});
	return `${listed(parts)}: not attained.`;
}

const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}${words.endsWith('.') ? '' : '.'}`;

/** The maturity index as a sum, each part to four places, and what it is shown as. */
export function indexInWords(framework: Framework, standings: Standing[]): string {
	const parts = indexParts(framework, standings);
	const total = indexTotal(parts);
	if (total === null) return 'There is no index: no criterion applies.';
	const counting = parts.filter(({ mean }) => mean !== null).length;
	const terms = parts.flatMap(({ level, worth, applicable, mean }) =>
		mean === null ? [] : [`level ${level} ${asDecimal(mean, 4)} (${inWords(worth)} of ${applicable})`]
	);
	const scaled =
		counting === parts.length
			? ''
			: `, times ${parts.length} ÷ ${counting} because only ${counting} of the ${parts.length} levels ${counting === 1 ? 'has' : 'have'} criteria that apply,`;
	return sentence(`${terms.join(' + ')}${scaled} = ${asDecimal(total, 4)}, shown as ${asDecimal(total, 2)}`);
}

/** The level rule with this framework's own thresholds. */
export function levelRule(framework: Framework): string {
	const { atLevel } = thresholdsOf(framework);
	return `A level is attained when all its criteria are ${least(framework, atLevel)}, all below are ${least(framework, needsBelow(framework))}, and the level before is attained (ISO/IEC 33020).`;
}
