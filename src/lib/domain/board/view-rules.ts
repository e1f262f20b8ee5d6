import { showDay } from '../calendar/dates.ts';
import { refused, type Refused } from '../outcome.ts';
import type { MeetingState } from './words.ts';

/** What has to be known about somebody and an item before they give a view or declare an interest. */
export type Standing = {
	/** Among the members of this meeting. */
	isMember: boolean;
	/** Still a member or chair of the board, and not deactivated. */
	holdsRole: boolean;
	hasInterest: boolean;
	/** The board has decided the item. */
	isDecided: boolean;
	meeting: { state: MeetingState; heldOn: string };
};

/** Why somebody has no part in an item any more or not yet; null where they have. DOMAIN section 4. */
function refusedPart({ isMember, holdsRole, isDecided, meeting }: Omit<Standing, 'hasInterest'>): Refused | null {
	if (!holdsRole) return refused('left-board', 'You are no longer a member of the board, so nothing was recorded.');
	if (!isMember)
		return refused('not-member', 'You joined the board after this meeting was planned. Ask for its list of members to be renewed.');
	if (meeting.state === 'cancelled') return refused('cancelled', 'This meeting was cancelled. Nothing more is recorded for it.');
	if (meeting.state === 'held') return refused('closed', 'This meeting is closed. Nothing more is recorded for it.');
	if (isDecided) return refused('decided', 'The board has decided this item, so nothing more is recorded for it.');
	return null;
}

/** Why a member cannot give a view on an item; null where they can. Views are given before or at the meeting. DOMAIN section 4. */
export function refusedView(standing: Standing, today: string): Refused | null {
	const part = refusedPart(standing);
	if (part) return part;
	if (standing.hasInterest)
		return refused('interest', 'You declared an interest in this item, so you have no part in it and cannot give a view.');
	const { heldOn } = standing.meeting;
	return today > heldOn ? refused('too-late', `The meeting was on ${showDay(heldOn)}. A view is given before it or at it.`) : null;
}

/** Why an interest in an item cannot be declared; null where it can. DOMAIN section 4. */
export const refusedInterest = (standing: Standing): Refused | null =>
	refusedPart(standing) ?? (standing.hasInterest ? refused('declared', 'An interest in this item is declared already.') : null);
