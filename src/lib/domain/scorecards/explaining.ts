import { bestWorth, leftOut, questionsOf, worthOf } from './asked.ts';
import type { GivenAnswers, Part, Question, Scorecard, Section } from './card.ts';
import { scoreOf, type PartScore } from './scoring.ts';
import { answerInWords, bandInWords, conditionInWords, points } from './wording.ts';
import { numberInWords } from './worth-in-words.ts';

/** One question in the working: its words, what was answered and noted, its worth and weight, or why it was left out. */
export type QuestionWorked = { id: string; text: string; answer: string; weight: string; worth: string; why: string; note: string };
export type SectionWorked = { id: string; name: string; weight: string; questions: QuestionWorked[]; sum: string };
/** A question of words, which is not scored, with what was written. */
export type Written = { id: string; text: string; answer: string };
export type PartWorked = { part: Part; sections: SectionWorked[]; total: string; result: string };

/** How a form's scores come about, step by step, from the same calculation: each part that has a score. DOMAIN section 5. */
export function explain(card: Scorecard, answers: GivenAnswers): { parts: PartWorked[]; written: Written[]; critical: string } {
	const score = scoreOf(card, answers);
	const parts = (['quality', 'access'] as const).flatMap((part) => {
		const reached = score[part];
		return reached ? [worked(card, answers, part, reached, score.failed)] : [];
	});
	const written = questionsOf(card).flatMap(({ id, type, text }) => {
		const answer = answers[id]?.value ?? '';
		return type === 'text' && answer ? [{ id, text, answer }] : [];
	});
	return { parts, written, critical: criticalInWords(card, score.failed) };
}

function worked(card: Scorecard, answers: GivenAnswers, part: Part, reached: PartScore, failed: string[]): PartWorked {
	const sections = card.sections
		.filter(({ questions }) => questions.some(({ scored, type }) => scored === part && type !== 'text'))
		.map((section) => sectionWorked(card, section, answers, part, reached));
	const counted = reached.sections.filter(({ weight }) => weight > 0);
	const terms = counted.map(({ id, weight, score }) => `${id}: ${numberInWords(weight)} × ${points(score)}`);
	const weights = counted.map(({ weight }) => numberInWords(weight)).join(' + ');
	const total = `(${terms.join('; ')}) ÷ (${weights}) = ${points(reached.beforeCritical)}`;
	const band = reached.band && part === 'quality' ? `, ${bandInWords(card, reached.band)}` : '';
	const result = failed.length
		? `A critical question failed, so the score is 0.00; before that it was ${points(reached.beforeCritical)}.`
		: `The score is ${points(reached.score)}${band}.`;
	return { part, sections, total, result };
}

function sectionWorked(card: Scorecard, section: Section, answers: GivenAnswers, part: Part, reached: PartScore): SectionWorked {
	const found = reached.sections.find(({ id }) => id === section.id);
	const waiting = section.questions.some((question) => question.scored === part && !leftOut(card, question, answers));
	const uncounted = section.weight === 0 ? '. Its weight is 0, so it does not count in the score' : '';
	return {
		id: section.id,
		name: section.name,
		weight: numberInWords(section.weight),
		questions: section.questions
			.filter(({ scored, type }) => scored === part && type !== 'text')
			.map((question) => questionWorked(card, question, answers)),
		sum: found
			? `100 × ${numberInWords(found.worth)} ÷ ${numberInWords(found.of)} = ${points(found.score)}${uncounted}`
			: waiting
				? 'Nothing here is answered yet.'
				: 'Nothing here applies, so the section leaves the total.'
	};
}

function questionWorked(card: Scorecard, question: Question, answers: GivenAnswers): QuestionWorked {
	const given = answers[question.id];
	const out = leftOut(card, question, answers);
	const worth = out ? null : worthOf(question, given);
	const reasons = {
		'not asked': `Not asked (${conditionInWords(card, question).replace('Only', 'only')}): its weight goes to the rest of the section.`,
		'not applicable': 'Not applicable: its weight goes to the rest of the section.',
		'not scored': ''
	};
	const critical = question.critical && worth !== null && worth < bestWorth(question) ? 'Critical, and not its best answer.' : '';
	return {
		id: question.id,
		text: question.text,
		answer: out === 'not asked' ? 'not asked' : answerInWords(question, given),
		weight: numberInWords(question.weight),
		worth: worth === null ? '–' : numberInWords(worth),
		why: out ? reasons[out] : critical,
		note: given?.note ?? ''
	};
}

function criticalInWords(card: Scorecard, failed: string[]): string {
	const critical = card.sections.flatMap(({ questions }) => questions.filter((question) => question.critical)).map(({ id }) => id);
	if (!critical.length) return 'No question is critical.';
	const rule = `${critical.join(', ')} ${critical.length === 1 ? 'is' : 'are'} critical: anything but the best answer makes every score 0.`;
	return failed.length ? `${rule} ${failed.join(', ')} failed.` : rule;
}
