import { capital } from '../actions/wording.ts';
import type { CaseState, ComplaintOutcome, Stage } from './words.ts';

type Mark = { kind: 'good' | 'watch' | 'bad' | 'here' | 'quiet'; text: string };

/** Where a case stands, in a word and the shape beside it; late where something is due before today. */
export function caseMark(
	{ state, dueOn, duplicateOfId }: { state: CaseState; dueOn: string | null; duplicateOfId: string | null },
	today: string
): Mark {
	if (duplicateOfId) return { kind: 'quiet', text: 'Same as another' };
	if (state === 'open') return dueOn && dueOn < today ? { kind: 'bad', text: 'Late' } : { kind: 'here', text: 'Open' };
	if (state === 'answered') return { kind: 'good', text: 'Answered' };
	return { kind: 'quiet', text: capital(state) };
}

export const outcomeMark: Record<ComplaintOutcome, Mark> = {
	upheld: { kind: 'watch', text: 'Upheld' },
	'partly upheld': { kind: 'watch', text: 'Partly upheld' },
	'not upheld': { kind: 'quiet', text: 'Not upheld' }
};

/** What the customer asked when a stage began, as a question to who writes it down. */
export const whyAsked: Record<Stage, string> = {
	informal: '',
	'stage 1': 'What does the customer ask to be looked at?',
	'stage 2': 'What does the customer say about our answer at stage 1?'
};
