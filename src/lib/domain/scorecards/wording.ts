import { numberInWords } from './worth-in-words.ts';
import { fieldValue, choicesOf } from './form-fields.ts';
import { questionsOf } from './asked.ts';
import type { Given, Question, ScoreBand, Scorecard } from './card.ts';

/** 78.3 as people read a score: '78.33'. */
export const points = (score: number): string => score.toFixed(2);

/** 'meets (70 to under 85)'; the highest band ends at 100. */
export function bandInWords({ bands }: Pick<Scorecard, 'bands'>, band: ScoreBand): string {
	const next = bands[bands.findIndex(({ id }) => id === band.id) + 1];
	return `${band.name} (${band.from} to ${next ? `under ${next.from}` : '100'})`;
}

/** When a question is asked, in words: 'Only if A1 is No'. */
export function conditionInWords(card: Scorecard, { onlyIf }: Question): string {
	if (!onlyIf) return '';
	const earlier = questionsOf(card).find(({ id }) => id === onlyIf.question);
	const names = onlyIf.is.map((id) => (earlier ? (choicesOf(earlier).find((choice) => choice.id === id)?.name ?? id) : id));
	return `Only if ${onlyIf.question} is ${names.join(' or ')}`;
}

/** What was answered, in words; 'no answer yet' for none. */
export function answerInWords(question: Question, given: Given | undefined): string {
	const value = fieldValue(given);
	if (!value) return 'no answer yet';
	if (given?.notApplicable) return 'Not applicable';
	const chosen = choicesOf(question).find(({ id }) => id === value)?.name;
	return chosen ?? (question.unit && question.type === 'number' ? `${value} ${question.unit}` : value);
}

/** How a number is judged: '3 or fewer is worth 1, 5 or fewer ½, more than that 0'. */
export function bandsInWords({ bands = [] }: Question): string {
	return bands
		.map(({ upTo, worth }, place) => {
			const worthWords = numberInWords(worth);
			if (upTo === undefined) return place ? `more than that ${worthWords}` : `any number is worth ${worthWords}`;
			return `${upTo} or fewer ${place ? worthWords : `is worth ${worthWords}`}`;
		})
		.join(', ');
}
