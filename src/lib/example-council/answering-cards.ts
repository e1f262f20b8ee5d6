import { isAsked, questionsOf } from '#lib/domain/scorecards/asked.ts';
import type { Given, GivenAnswers, Question, Scorecard } from '#lib/domain/scorecards/card.ts';

/** A number from 0 up to 1 that is always the same for the same text (FNV-1a, its bits stirred once more). */
export function chance(text: string): number {
	let hash = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** One of a list, always the same for the same text. */
export function oneOf<T>(list: readonly T[], text: string): T {
	const found = list[Math.floor(chance(text) * list.length)];
	if (found === undefined) throw new Error('There is nothing to choose from');
	return found;
}

/** How often questions are answered as well as can be, by their id; `skill` is added for who is better or worse than most. */
export type Answering = { well: Readonly<Record<string, number>>; skill: number; words: string };

/** Answers every question that is asked, by a rule: the same for the same `seed`. */
export function answersOf(card: Scorecard, seed: string, answering: Answering): GivenAnswers {
	const answers: Record<string, Given> = {};
	for (const question of questionsOf(card))
		if (isAsked(card, question, answers)) answers[question.id] = answerTo(question, `${seed} ${question.id}`, answering);
	return answers;
}

function answerTo(question: Question, seed: string, { well, skill, words }: Answering): Given {
	if (question.type === 'text') return { value: words };
	if (question.mayBeNotApplicable && !question.critical && chance(`${seed} asked`) < 0.12) return { value: null, notApplicable: true };
	const likely = well[question.id] ?? 0.88;
	// critical questions and those about the telephone system do not hang on the advisor
	const luck = chance(seed) - (question.critical || question.scored === 'access' ? 0 : skill);
	if (question.type === 'yes-no') return { value: luck < likely ? 'yes' : 'no' };
	if (question.type === 'number') return { value: String(numberFor(question, luck / likely, seed)) };
	const choices = question.choices ?? [];
	// most of what is not met is met partly
	const place = luck < likely ? 0 : luck < likely + (1 - likely) * 0.7 ? 1 : choices.length - 1;
	return { value: choices[Math.min(place, choices.length - 1)]?.id ?? null };
}

/** A number in the first band mostly, else in the next ones. */
function numberFor({ bands = [] }: Question, luck: number, seed: string): number {
	const [first = 3, second = first * 2] = bands.flatMap(({ upTo }) => upTo ?? []);
	const within = (from: number, to: number) => Math.round(from + chance(`${seed} figure`) * (to - from));
	if (luck < 0.62) return within(Math.ceil(first / 4), first);
	return luck < 0.9 ? within(first + 1, second) : within(second + 1, second * 2);
}
