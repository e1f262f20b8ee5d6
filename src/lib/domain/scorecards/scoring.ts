import { decimal, fraction, inParts, nothing, sum, times, toNumber, type Fraction } from '../results/fraction.ts';
import { bestWorth, leftOut, questionsOf, worthOf } from './asked.ts';
import type { GivenAnswers, Part, ScoreBand, Scorecard, Section } from './card.ts';

/** What a section comes to: the weighted worth of its answers of all the weight that counts, and 0 to 100 of it, two decimals. */
export type SectionScore = { id: string; name: string; weight: number; worth: number; of: number; score: number };

/** 0 to 100 with two decimals. After a critical failure `score` is 0, and `beforeCritical` is what it would have been. */
export type PartScore = { score: number; beforeCritical: number; band: ScoreBand | null; sections: SectionScore[] };

/** What a form scores as far as it is answered; it counts for nothing until it is complete. */
export type Score = {
	complete: boolean;
	/** The questions that wait for an answer, in the order of the scorecard. */
	unanswered: string[];
	/** The critical questions without their best answer: one of them makes both scores 0. */
	failed: string[];
	/** Null where nothing of the part counts. The two are never blended. */
	quality: PartScore | null;
	access: PartScore | null;
};

/**
 * The score of a form: question worth 0 to 1; section = Σ w·q ÷ Σ w over what counts; score = Σ W·section ÷ Σ W over the
 * sections in which something counts. What is not applicable or not asked leaves both sums. Exact fractions, rounded half
 * up to two decimals once, at the end. Access and quality are worked out apart, each from its own questions. DOMAIN section 5.
 */
export function scoreOf(card: Scorecard, answers: GivenAnswers): Score {
	const waiting = questionsOf(card).filter(
		(question) => !leftOut(card, question, answers) && worthOf(question, answers[question.id]) === null
	);
	const failed = questionsOf(card).filter((question) => {
		const worth = question.critical && !leftOut(card, question, answers) ? worthOf(question, answers[question.id]) : null;
		return worth !== null && worth < bestWorth(question);
	});
	const part = (which: Part) => partScore(card, answers, which, failed.length > 0);
	return {
		complete: !waiting.length,
		unanswered: waiting.map(({ id }) => id),
		failed: failed.map(({ id }) => id),
		quality: part('quality'),
		access: part('access')
	};
}

function partScore(card: Scorecard, answers: GivenAnswers, part: Part, hasFailed: boolean): PartScore | null {
	const sections = card.sections.flatMap((section) => {
		const total = sectionTotal(card, section, answers, part);
		return total ? [{ section, ...total }] : [];
	});
	const weights = sum(sections.map(({ section }) => decimal(section.weight)));
	if (weights.over === 0n) return null;
	const all = divided(sum(sections.map(({ section, worth, of }) => times(decimal(section.weight), divided(worth, of)))), weights);
	const beforeCritical = points(all);
	const score = hasFailed ? 0 : beforeCritical;
	return {
		score,
		beforeCritical,
		band: bandOf(card, score),
		sections: sections.map(({ section: { id, name, weight }, worth, of }) => ({
			id,
			name,
			weight,
			worth: toNumber(worth),
			of: toNumber(of),
			score: points(divided(worth, of))
		}))
	};
}

/** Σ w·q and Σ w of what counts in a section; null where nothing does. */
function sectionTotal(card: Scorecard, section: Section, answers: GivenAnswers, part: Part): { worth: Fraction; of: Fraction } | null {
	const counted = section.questions.flatMap((question) => {
		if (question.scored !== part || leftOut(card, question, answers)) return [];
		const worth = worthOf(question, answers[question.id]);
		return worth === null ? [] : [{ weight: decimal(question.weight), worth: decimal(worth) }];
	});
	const of = sum([nothing, ...counted.map(({ weight }) => weight)]);
	return of.over === 0n ? null : { worth: sum(counted.map(({ weight, worth }) => times(weight, worth))), of };
}

/** The highest band that begins at or below a score. */
export const bandOf = (card: Pick<Scorecard, 'bands'>, score: number): ScoreBand | null =>
	card.bands.filter(({ from }) => from <= score).at(-1) ?? null;

const divided = (a: Fraction, b: Fraction): Fraction => times(a, { over: b.under, under: b.over });
const points = (share: Fraction): number => inParts(times(share, fraction(100)), 100) / 100;
