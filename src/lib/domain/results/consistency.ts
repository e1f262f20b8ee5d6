import type { Framework } from '#lib/domain/frameworks/document.ts';
import { missingFrom, saidIn, type Answer } from './answer.ts';
import { evidenceLacking } from './current-evidence.ts';
import { thresholdsOf } from './level.ts';
import { isMet, rankOf } from './scale.ts';
import { counted, listed, ratingInWords } from './wording.ts';

export { canSubmit } from './completeness.ts';

/** Something in the answers that a careful reader would ask about. */
export type Inconsistency = {
	code: 'no current evidence' | 'higher above lower' | 'same comment' | 'evidence before cycle' | 'not applicable without reason';
	criteria: string[];
	text: string;
};

/** The same comment in this many criteria or more is worth a word; two often rightly share one. */
const sameCommentIn = 3;

/**
 * What does not sit well together in a service's answers. All of it is advice: none of it stops an
 * assessment. What stops submission is an unanswered criterion, and only that (see `canSubmit`; a
 * "not applicable" without reason is both). `on` is the day evidence is judged on, `cycleStart` the
 * first day of the cycle or null outside one.
 */
export function consistencyOf(
	framework: Framework,
	answers: Answer[],
	{ on, cycleStart }: { on: string; cycleStart: string | null }
): Inconsistency[] {
	const byCriterion = new Map(answers.map((answer) => [answer.criterion, answer]));
	const ordered = framework.criteria.flatMap(({ number }) => byCriterion.get(number) ?? []);
	return [
		...unproved(framework, ordered, on),
		...upsideDown(framework, byCriterion),
		...sameComments(ordered),
		...beforeCycle(ordered, cycleStart),
		...withoutReason(framework, ordered)
	];
}

const numbersOf = (answers: Answer[]) => answers.map(({ criterion }) => criterion);

function unproved(framework: Framework, answers: Answer[], on: string): Inconsistency[] {
	const criteria = numbersOf(
		answers.filter((answer) => answer.rating !== 'inherited' && isMet(framework, saidIn(framework, answer)) && evidenceLacking(answer, on))
	);
	const high = framework.kind === 'staged' ? 'Largely or Fully' : 'high';
	const text = `${subject(criteria)} ${criteria.length === 1 ? 'is' : 'are'} rated ${high} with no current evidence`;
	return criteria.length === 0 ? [] : [{ code: 'no current evidence', criteria, text }];
}

const mostNamed = 4;
/** What a sentence begins with: a few criteria by number, many by how many; the page lists each beside the sentence. */
const subject = (criteria: string[]): string => (criteria.length > mostNamed ? `${criteria.length} criteria` : listed(criteria));

/** Within one theme: a criterion rated as met above one, at a lower level, that is below the threshold. One line for each such lower criterion. */
function upsideDown(framework: Framework, byCriterion: Map<string, Answer>): Inconsistency[] {
	if (framework.kind !== 'staged') return [];
	const needed = rankOf(framework, thresholdsOf(framework).atLevel);
	const rated = framework.criteria.flatMap(({ number, theme, level = 0 }) => {
		const said = saidIn(framework, byCriterion.get(number));
		const rank = rankOf(framework, said);
		return rank < 0 ? [] : [{ number, theme, level, said, rank }];
	});
	return rated
		.filter(({ rank }) => rank < needed)
		.flatMap((low): Inconsistency[] => {
			const above = rated
				.filter(({ theme, level, rank }) => theme === low.theme && level > low.level && rank >= needed && rank > low.rank)
				.map(({ number }) => number);
			if (above.length === 0) return [];
			const text = `${subject(above)} ${above.length === 1 ? 'is' : 'are'} rated higher than ${low.number}, which is at a lower level of the same theme and only ${ratingInWords(framework, low.said)}`;
			return [{ code: 'higher above lower', criteria: [low.number, ...above], text }];
		});
}

/** Letters' case and the spaces between words do not make a comment different. */
function sameComments(answers: Answer[]): Inconsistency[] {
	const by = new Map<string, Answer[]>();
	for (const answer of answers) {
		const comment = answer.comment.trim().replace(/\s+/g, ' ').toLowerCase();
		if (comment !== '') by.set(comment, [...(by.get(comment) ?? []), answer]);
	}
	return [...by.values()]
		.filter((alike) => alike.length >= sameCommentIn)
		.map((alike) => ({ code: 'same comment', criteria: numbersOf(alike), text: `${subject(numbersOf(alike))} have the same comment` }));
}

function beforeCycle(answers: Answer[], cycleStart: string | null): Inconsistency[] {
	const old = answers.filter(({ evidence }) => cycleStart !== null && evidence.some(({ to }) => to !== null && to < cycleStart));
	const text = `${subject(numbersOf(old))} ${old.length === 1 ? 'has' : 'have'} evidence that ended before the cycle began`;
	return old.length === 0 ? [] : [{ code: 'evidence before cycle', criteria: numbersOf(old), text }];
}

function withoutReason(framework: Framework, answers: Answer[]): Inconsistency[] {
	const criteria = numbersOf(answers.filter((answer) => missingFrom(framework, answer) === 'no reason for not applicable'));
	const text = `${counted(criteria.length, 'criterion is', 'criteria are')} not applicable without a reason and ${criteria.length === 1 ? 'counts' : 'count'} as unanswered: ${listed(criteria)}`;
	return criteria.length === 0 ? [] : [{ code: 'not applicable without reason', criteria, text }];
}
