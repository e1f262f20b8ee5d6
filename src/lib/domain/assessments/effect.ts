import type { Framework } from '../frameworks/document.ts';
import { missingFrom, type Answer } from '#lib/domain/results/answer.ts';
import { awardOf } from '#lib/domain/results/award.ts';
import { nextAward, nextLevel, type Ahead } from '#lib/domain/results/blocking.ts';
import { levelOf } from '#lib/domain/results/level.ts';
import { nextOutcome, outcomeOf } from '#lib/domain/results/outcome.ts';
import { lowestAspect } from '#lib/domain/results/rubric.ts';
import { isMet, scaleOf } from '#lib/domain/results/scale.ts';
import { standingsOf, type Standing } from '#lib/domain/results/standing.ts';
import { listed, ratingInWords } from '#lib/domain/results/wording.ts';

/** What one answer does to the evidenced result: sentences, and how it counts as a mark. */
export type Effect = { sentences: string[]; mark: { kind: 'good' | 'watch' | 'quiet'; text: string } };

/** How many other criteria are named before only their number is said. */
const namedAtMost = 4;

/**
 * What the answer to one criterion does, on the evidenced basis: whether it stands in the way of what is next, and what
 * else does; where it does, what the best answer with current evidence would change. DOMAIN section 2.2.
 */
export function effectOf(framework: Framework, answers: Answer[], criterion: string, on: string): Effect {
	const standings = standingsOf(framework, answers, 'evidenced', on);
	const own = standings.find((standing) => standing.criterion === criterion);
	const answer = answers.find((one) => one.criterion === criterion);
	if (!own) return { sentences: [], mark: { kind: 'quiet', text: 'Not in this framework' } };
	const ahead = aheadOf(framework, standings);
	const inTheWay = ahead?.blockers.some((blocker) => blocker.criterion === criterion) ?? false;
	const sentences = ahead
		? inTheWay
			? [standsInTheWay(framework, ahead, criterion), ...whatItWouldBring(framework, answers, criterion, on, standings)]
			: [standsClear(ahead)]
		: [framework.kind === 'compliance' ? 'The best outcome is reached.' : 'The highest level is reached.'];
	return { sentences, mark: markOf(framework, answer, own) };
}

/** What is next: the next award for staged, the next level of a rubric, the next outcome of a compliance framework. */
function aheadOf(framework: Framework, standings: Standing[]): Ahead | null {
	if (framework.kind === 'compliance') return nextOutcome(framework, standings);
	const level = reachedBy(framework, standings);
	return framework.kind === 'rubric' ? nextLevel(framework, standings, level) : nextAward(framework, standings, level);
}

const reachedBy = (framework: Framework, standings: Standing[]): number =>
	framework.kind === 'rubric' ? lowestAspect(standings) : levelOf(standings, framework);

const nameOf = ({ award, level }: Ahead) => (award ? (level === null ? `“${award}”` : `${award} (level ${level})`) : `Level ${level}`);

const others = (ahead: Ahead, criterion: string) => ahead.blockers.filter((blocker) => blocker.criterion !== criterion);

function named(blockers: { criterion: string }[]): string {
	const numbers = blockers.map(({ criterion }) => criterion);
	return numbers.length > namedAtMost ? `${numbers.length} others` : listed(numbers);
}

function standsInTheWay(framework: Framework, ahead: Ahead, criterion: string): string {
	const needs = ahead.blockers.find((blocker) => blocker.criterion === criterion)?.needs ?? null;
	const proof = isMet(framework, needs) ? ' with current evidence' : '';
	const rest = others(ahead, criterion);
	const then = rest.length ? `it then waits only for ${named(rest)}` : 'nothing else stands in its way';
	return `${nameOf(ahead)} needs ${ratingInWords(framework, needs)} here${proof}: ${then}.`;
}

const standsClear = (ahead: Ahead) =>
	`This does not hold back ${nameOf(ahead)}, which waits for ${ahead.blockers.length > namedAtMost ? `${ahead.blockers.length} others` : named(ahead.blockers)}.`;

/** What the best answer, with current evidence, would bring at once; nothing where other criteria still stop it. */
function whatItWouldBring(framework: Framework, answers: Answer[], criterion: string, on: string, standings: Standing[]): string[] {
	const best = scaleOf(framework).at(-1);
	if (!best) return [];
	const better = answers.map((answer) =>
		answer.criterion === criterion
			? { ...answer, rating: best.id, toConfirm: false, evidence: [...answer.evidence, { from: on, to: on }] }
			: answer
	);
	const then = standingsOf(framework, better, 'evidenced', on);
	const [before, after] = [reachedInWords(framework, standings), reachedInWords(framework, then)];
	return before === after ? [] : [`${ratingInWords(framework, best.id)} with current evidence would move the result to ${after}.`];
}

function reachedInWords(framework: Framework, standings: Standing[]): string {
	if (framework.kind === 'compliance') return `“${outcomeOf(framework, standings)?.name ?? 'no outcome'}”`;
	const level = reachedBy(framework, standings);
	const award = awardOf(framework, level);
	return `level ${level}${award ? `, ${award}` : ''}`;
}

function markOf(framework: Framework, answer: Answer | undefined, standing: Standing): Effect['mark'] {
	const missing = missingFrom(framework, answer);
	if (missing === 'to confirm') return { kind: 'watch', text: 'Counts as unanswered until confirmed' };
	if (missing === 'no reason for not applicable') return { kind: 'watch', text: 'Counts as unanswered: give a reason' };
	if (missing === 'no corporate answer yet') return { kind: 'watch', text: 'Counts as unanswered: no corporate answer yet' };
	if (missing) return { kind: 'quiet', text: 'Not answered yet' };
	if (standing.leaves) return { kind: 'good', text: 'Left out: does not apply' };
	if (standing.lostToEvidence)
		return {
			kind: 'watch',
			text: `Counts as ${ratingInWords(framework, standing.counts)}: ${standing.lostToEvidence}`
		};
	return { kind: 'good', text: `Counts as ${ratingInWords(framework, standing.counts)}` };
}
