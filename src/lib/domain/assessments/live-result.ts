import type { Framework } from '../frameworks/document.ts';
import { bases } from '#lib/domain/results/basis.ts';
import type { Ahead } from '#lib/domain/results/blocking.ts';
import type { BasisResult, Result } from '#lib/domain/results/result.ts';
import { indexLabel, shownResult, type ShownResult } from '#lib/domain/results/shown-result.ts';
import type { Status } from './status.ts';
import { aheadInWords, stoppersOf, type Stopper } from '#lib/domain/results/stopping-in-words.ts';

/** What stops something, in a heading and a list that shows the first few; `more` are not shown. */
export type Stops = { heading: string; stoppers: Stopper[]; more: number };

/** The panel beside the task list: the three results, and what stops the next level evidenced and the next award as claimed. */
export type LiveResult = {
	note: string;
	indexNote: string;
	results: (ShownResult | { basis: 'agreed'; waiting: string })[];
	stops: Stops[];
};

const shownAtMost = 6;

/** Whether the moderator has finished, so that there is an agreed result to show. DOMAIN section 2.3. */
export const isModerated = (status: Status): boolean => status === 'moderated' || status === 'agreed';

/** The live result of an assessment, worked out from its answers as they stand. DOMAIN section 2.2. */
export function liveResult(framework: Framework, result: Result, status: Status): LiveResult {
	return {
		note: notes[framework.kind],
		indexNote: framework.kind === 'compliance' ? '' : `${indexLabel(framework)}: 0.00 to ${framework.levels?.length ?? 5}.00.`,
		results: bases.map((basis) =>
			basis === 'agreed' && !isModerated(status)
				? { basis, waiting: 'after moderation' }
				: shownResult(framework, { ...result[basis], basis })
		),
		stops: stopsOf(framework, result)
	};
}

const notes = {
	staged: 'Unanswered criteria count as Not until you answer them.',
	rubric: 'Unanswered aspects count as level 0 until you answer them.',
	compliance: 'Unanswered elements count as the lowest rating until you answer them.'
};

function stopsOf(framework: Framework, { evidenced, claimed }: { evidenced: BasisResult; claimed: BasisResult }): Stops[] {
	const level = stops(framework, evidenced.next, 'level', 'evidenced');
	const award = framework.kind === 'staged' ? stops(framework, claimed.nextAward, 'award', 'as claimed') : null;
	return [level, award].filter((one) => one !== null);
}

function stops(framework: Framework, ahead: Ahead | null, as: 'level' | 'award', how: string): Stops | null {
	if (!ahead) return null;
	const stoppers = stoppersOf(framework, ahead.blockers);
	return {
		heading: `What stops ${aheadInWords(ahead, as)}, ${how}`,
		stoppers: stoppers.slice(0, shownAtMost),
		more: Math.max(0, stoppers.length - shownAtMost)
	};
}
