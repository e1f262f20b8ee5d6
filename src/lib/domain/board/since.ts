import { showShortDay } from '../calendar/dates.ts';
import type { ActionStatus } from '../actions/status.ts';
import { outcomeWords, statusMark } from '../actions/wording.ts';
import type { outcomes } from '../actions/status.ts';
import type { DecisionKind } from './words.ts';

type Mark = ReturnType<typeof statusMark>;

/** An action that came of a decision, as it stands. */
export type SinceAction = {
	number: number;
	title: string;
	owner: string;
	dueOn: string;
	status: ActionStatus;
	completedOn: string | null;
	measure: string;
	outcome: (typeof outcomes)[number] | null;
	outcomeText: string | null;
};

/** What happened since a decision: its actions, and for an award or a lesson what became of it, in words. */
export type Since = { actions: SinceAction[]; note: string };

/** Whether the measure moved, in few words; '' for an action not reviewed yet. */
export const movedInWords = ({ outcome, measure }: Pick<SinceAction, 'outcome' | 'measure'>): string => {
	if (outcome) return outcomeWords[outcome];
	return measure ? 'Not reviewed yet' : '';
};

const doneInWords = ({ status, completedOn, dueOn }: SinceAction): string => {
	if (status !== 'done') return status === 'dropped' ? 'dropped' : `${status}, due ${showShortDay(dueOn)}`;
	if (!completedOn) return 'done';
	return `done ${showShortDay(completedOn)}, ${completedOn > dueOn ? `late: it was due ${showShortDay(dueOn)}` : 'in time'}`;
};

/** What happened since, a line each: 'Action 4, Olu Owner: done 3 Mar 2027, in time. Yes, the measure moved'. */
export function sinceInWords({ actions, note }: Since): string[] {
	const lines = actions.map((action) =>
		[`Action ${action.number}, ${action.owner}: ${doneInWords(action)}`, movedInWords(action)].filter(Boolean).join('. ')
	);
	return note ? [note, ...lines] : lines;
}

/** How what was decided stands, at a glance: late where any action is, done where all are; null where nothing is to be done. */
export function sinceMark({ actions }: Since): Mark | null {
	if (!actions.length) return null;
	if (actions.some(({ status }) => status === 'late')) return statusMark('late');
	const open = actions.filter(({ status }) => status !== 'done' && status !== 'dropped');
	if (open.some(({ status }) => status === 'at risk')) return statusMark('at risk');
	if (open.length) return { kind: 'here', text: 'Under way' };
	return statusMark(actions.some(({ status }) => status === 'done') ? 'done' : 'dropped');
}

/** Whether something can have happened since a decision. */
export const isAccepted = (decision: DecisionKind): boolean => decision === 'accept' || decision === 'accept with changes';
