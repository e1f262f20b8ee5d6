import { showDay } from '../calendar/dates.ts';
import { refused, type Refused } from '../outcome.ts';
import { quorumInWords, type Quorum, type Seat } from './quorum.ts';
import type { DecisionKind, ItemKind, MeetingState } from './words.ts';

/** What is decided, as it was typed. `deferredTo` is YYYY-MM-DD or ''. */
export type Wanted = { decision: DecisionKind; changes: string; reason: string; deferredTo: string };

/** What has to be known before an item is decided. */
export type Before = {
	isChair: boolean;
	/** The chair's own seat at the meeting; undefined where they are not among its members. */
	seat: Seat | undefined;
	quorum: Quorum;
	meeting: { state: MeetingState; heldOn: string };
	kind: ItemKind;
	/** The decision that stands about the same thing, which a new one supersedes. */
	former: { number: number; decision: DecisionKind } | null;
};

/** Why nothing can be decided about an item now; null where it can. DOMAIN section 4: the chair decides, with the quorum checked. */
export function refusedDeciding({ isChair, seat, quorum, meeting }: Omit<Before, 'kind' | 'former'>, today: string): Refused | null {
	const { state, heldOn } = meeting;
	if (!isChair) return refused('not-allowed', 'Only the chair of the board records a decision.');
	if (state === 'cancelled') return refused('cancelled', 'This meeting was cancelled. Bring the item to another meeting.');
	if (state === 'held') return refused('closed', 'This meeting is closed. A change of mind is a new decision at a later meeting.');
	if (today < heldOn)
		return refused('too-early', `The meeting is on ${showDay(heldOn)}. Its decisions are recorded on that day or after it.`);
	if (!seat) return refused('not-member', 'You are not among the members of this meeting. Renew its list of members first.');
	if (seat.interest !== null)
		return refused('interest', 'You declared an interest in this item, so you cannot decide it. Another chair of the board has to.');
	if (seat.attendance !== 'present')
		return refused('chair-absent', 'You are not noted as present at this meeting. Note who is present first.');
	if (!quorum.met) return refused('no-quorum', `${quorumInWords(quorum)}. Without the quorum nothing is decided.`);
	return null;
}

/** What is wrong with a decision itself; null where nothing is. DOMAIN section 4. */
export function refusedDecision({ kind, former, meeting }: Pick<Before, 'kind' | 'former' | 'meeting'>, wanted: Wanted): Refused | null {
	const { decision, changes, reason, deferredTo } = wanted;
	// for an award the change is a level, asked for where it is agreed
	if (decision === 'accept with changes' && kind !== 'award' && !changes.trim())
		return refused('no-changes', 'Enter what the board changes', 'changes');
	if (decision === 'reject' && !reason.trim()) return refused('no-reason', 'Enter why the board rejects this', 'reason');
	if (decision === 'defer' && !deferredTo) return refused('no-day', 'Enter the day to which this is deferred', 'deferredTo');
	if (decision === 'defer' && deferredTo <= meeting.heldOn)
		return refused(
			'day-too-early',
			`The day to which this is deferred must be after the meeting, ${showDay(meeting.heldOn)}`,
			'deferredTo'
		);
	if (!former || former.decision === 'defer') return null;
	if (former.decision === decision && (decision === 'accept' || decision === 'reject'))
		return refused('no-change', `Decision ${former.number} says this already. Choose another decision`, 'decision');
	return reason.trim() ? null : refused('no-reason', `Enter why the board changes decision ${former.number}`, 'reason');
}
