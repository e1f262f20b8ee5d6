import { showDay } from '../calendar/dates.ts';
import type { LoggedDecision } from './log.server.ts';
import { decisionMarks } from './wording.ts';

/** What is on record about a decision, as pages and papers show it. */
export function factsOf(decision: LoggedDecision): [label: string, value: string][] {
	const { changes, reason, deferredTo, decidedBy, decidedOn, present, quorum, supersedes, supersededBy, meeting, heldOn } = decision;
	const some = (label: string, value: string | null): [string, string][] => (value ? [[label, value]] : []);
	return [
		['Decision', decisionMarks[decision.decision].text],
		...some('Changes', changes),
		...some('Reason', reason),
		...some('Deferred to', deferredTo && showDay(deferredTo)),
		['Meeting', `Meeting ${meeting}, ${showDay(heldOn)}`],
		['Recorded by', `${decidedBy}, chair, on ${showDay(decidedOn)}`],
		['Quorum', `${present} ${present === 1 ? 'member' : 'members'} present with no interest; ${quorum} needed`],
		...some('Supersedes', supersedes === null ? null : `Decision ${supersedes}`),
		...some('Superseded by', supersededBy === null ? null : `Decision ${supersededBy}`)
	];
}

/** Said where nothing has happened since a decision. */
export function nothingSince({ decision, deferredTo, kind }: LoggedDecision): string {
	if (decision === 'defer') return deferredTo ? `It waits for the board again from ${showDay(deferredTo)}.` : '';
	if (decision === 'reject') return 'It was rejected, so nothing was to be done.';
	return kind === 'finding' ? 'No recommendation about it has become an action yet.' : 'No action has come of it.';
}
