import { createHash } from 'node:crypto';
import { leftOut, worthOf } from '#lib/domain/scorecards/asked.ts';
import type { Given, GivenAnswers, Question, Scorecard } from '#lib/domain/scorecards/card.ts';

/** A number from 0 up to 1 that a text alone decides, so that the same council is made again. */
const chanceOf = (text: string): number => createHash('sha256').update(text).digest().readUInt32BE(0) / 2 ** 32;

/** Questions that are not good or bad in themselves, by scorecard and number: how often of a hundred the answer is yes. */
const justSo: Record<string, number> = { 'shopping-telephone A2': 70, 'shopping-telephone C3': 30, 'shopping-web C1': 85 };
const fewApply = 0.2;
const isHalfGood = 0.6;

/** What fills in a scorecard: the seed of this visit, how often of a hundred each standard is met, and what shoppers say. */
export type Filling = {
	seed: string;
	met: (standard: string) => number;
	said: { good: string[]; mixed: string[]; poor: string[]; nothing: string[] };
	/** Gives the next of some words, none again before all were said. */
	inTurn: (words: readonly string[]) => string;
};

function valueOf({ type, choices = [], bands = [], id }: Question, isMet: boolean, chance: number): string {
	const half = chance < isHalfGood;
	if (type === 'yes-no') return isMet ? 'yes' : 'no';
	if (type === 'choice') return choices[isMet ? 0 : half ? 1 : 2]?.id ?? '';
	const [best = 1, next = best * 2] = bands.flatMap(({ upTo }) => upTo ?? []);
	if (isMet) return String(Math.max(1, Math.round(best * (0.3 + 0.7 * chance))));
	if (!best) throw new Error(`Question ${id} has no bands`);
	return String(half ? best + Math.max(1, Math.floor((next - best) * chance)) : next + Math.max(1, Math.round(next * 0.4 * chance)));
}

/** Every answer that a scorecard asks for, by a rule that its seed repeats; what is said fits how the contact went. */
export function answersBy(card: Scorecard, { seed, met, said, inTurn }: Filling): GivenAnswers {
	const given: Record<string, Given> = {};
	const worths: number[] = [];
	const texts: string[] = [];
	for (const question of card.sections.flatMap(({ questions }) => questions)) {
		if (question.type === 'text') texts.push(question.id);
		if (question.type === 'text' || leftOut(card, question, given)) continue;
		const drawn = (of: string) => chanceOf(`${seed}:${question.id}:${of}`);
		if (question.mayBeNotApplicable && drawn('applies') < fewApply) {
			given[question.id] = { value: null, notApplicable: true };
			continue;
		}
		const often = justSo[`${card.id} ${question.id}`] ?? met(question.standard ?? '');
		given[question.id] = { value: valueOf(question, drawn('met') < often / 100, drawn('how')) };
		if (question.weight > 0) worths.push(worthOf(question, given[question.id]) ?? 1);
	}
	const mean = worths.reduce((sum, worth) => sum + worth, 0) / Math.max(1, worths.length);
	// without any answer there are only so many things to say of it
	const isNothing = given.A3?.value === 'no' && card.channel === 'email';
	const notFound = given.A1?.value === 'no' && card.channel === 'web';
	const list = isNothing || notFound ? said.nothing : mean > 0.85 ? said.good : mean > 0.6 ? said.mixed : said.poor;
	for (const id of texts) given[id] = { value: inTurn(list) };
	return given;
}
