import type { Question, Scorecard } from './card.ts';
import { timerNames } from './timers.ts';
import { bandsInWords, conditionInWords } from './wording.ts';
import { numberInWords } from './worth-in-words.ts';

/** How a question is answered and what each answer is worth: 'Yes 1, No 0'. */
export function worthsInWords(question: Question): string {
	if (question.type === 'text') return 'Text, not scored';
	if (question.type === 'yes-no') return 'Yes 1, No 0';
	if (question.type === 'number') return bandsInWords(question);
	return (question.choices ?? []).map(({ name, worth }) => `${name} ${numberInWords(worth)}`).join(', ');
}

/** What else holds for a question: that it is critical, may be left out, is asked only after an answer. */
export const rulesInWords = (card: Scorecard, question: Question): string[] =>
	[
		question.critical ? 'Critical: anything but the best answer fails the whole' : '',
		question.timer ? `Filled by a timer: ${timerNames[question.timer].toLowerCase()}` : '',
		question.mayBeNotApplicable ? 'May be not applicable' : '',
		conditionInWords(card, question)
	].filter(Boolean);
