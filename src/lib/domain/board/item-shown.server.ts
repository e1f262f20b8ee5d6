import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import type { Database } from '#lib/server/database.ts';
import { itemsOf } from './agenda.server.ts';
import type { Item, Meeting } from './finding.server.ts';
import { decisionsOfMeeting } from './log.server.ts';
import { membersOf } from './members.server.ts';
import { papersOf } from './papers.server.ts';
import { lostPaper } from './paper.ts';
import { viewsAndInterests } from './views-given.server.ts';
import { refusedInterest, refusedView } from './view-rules.ts';

/** An item as its page shows it: the paper, the views, and what this person can still say. */
export function itemShown(db: Database, person: Person, meeting: Meeting, item: Item, today: string) {
	const order = itemsOf(db, meeting.id).map(({ id }) => id);
	const at = order.indexOf(item.id);
	const decisions = decisionsOfMeeting(db, meeting.id).filter(({ itemId }) => itemId === item.id);
	const given = viewsAndInterests(db, [item.id]);
	const seat = membersOf(db, meeting.id, item.id).find(({ personId }) => personId === person.id);
	const standing = {
		isMember: !!seat,
		holdsRole: can(person, 'give view'),
		hasInterest: typeof seat?.interest === 'string',
		isDecided: decisions.length > 0,
		meeting
	};
	const mine = given.views.find(({ personId }) => personId === person.id);
	return {
		item,
		paper: papersOf(db, [item], today).get(item.id) ?? lostPaper(item.kind, item.title),
		place: at + 1,
		of: order.length,
		previous: order[at - 1] ?? null,
		next: order[at + 1] ?? null,
		decisions,
		...given,
		canDecide: can(person, 'decide') && meeting.state === 'planned' && meeting.heldOn <= today,
		part: {
			mine: mine && !mine.isWithdrawn ? { view: mine.view, comment: mine.comment, version: mine.version } : null,
			isMember: standing.isMember,
			refused: refusedView(standing, today)?.text ?? null,
			canDeclare: refusedInterest(standing) === null
		}
	};
}
