import type { Person } from '#lib/domain/access/person.ts';
import type { Database } from '#lib/server/database.ts';
import { agendaShown } from './agenda-shown.server.ts';
import { meetingSeen } from './finding.server.ts';
import { logFiltersIn } from './log-filters.ts';
import { countLogged, decisionsLogged } from './log.server.ts';
import { plannedMeetings } from './meetings-listing.server.ts';
import { membersOf } from './members.server.ts';
import { sinceInWords, sinceMark } from './since.ts';
import { sinceOf } from './since.server.ts';
import { whatWaits } from './waiting.server.ts';
import { itemKinds } from './words.ts';

/** What the board's own page shows: the next meeting, what waits for one, the last decisions and what came of them. */
export function boardOverview(db: Database, person: Person, today: string) {
	const meetings = plannedMeetings(db);
	const next = meetings[0];
	const waiting = whatWaits(db, next && next.heldOn > today ? next.heldOn : today);
	const stands = logFiltersIn(new URLSearchParams('standing=stands'));
	const last = decisionsLogged(db, stands, {}, today).rows.slice(0, 10);
	const since = sinceOf(db, last, today);
	const log = (query: string) => countLogged(db, logFiltersIn(new URLSearchParams(`standing=stands&${query}`)), today);
	return {
		meetings,
		next: next ? { ...next, ...partIn(db, person, next.number) } : null,
		waiting: itemKinds
			.map((kind) => ({ kind, things: waiting.filter((one) => one.kind === kind) }))
			.filter(({ things }) => things.length)
			.map(({ kind, things }) => ({ kind, count: things.length, first: things.slice(0, 3) })),
		last: last.map((decision) => shownSince(decision, since)),
		counts: { late: log('since=late'), open: log('since=open'), done: log('since=done') }
	};
}

/** How many items of a meeting wait for this person's view. */
function partIn(db: Database, person: Person, number: number) {
	const meeting = meetingSeen(db, person, String(number));
	const isMember = membersOf(db, meeting.id).some(({ personId }) => personId === person.id);
	const items = agendaShown(db, person, meeting);
	return { isMember, toView: items.filter(({ mine, decisions }) => mine === 'none' && !decisions.length).length };
}

/** A decision with what happened since in words and as a mark. */
export function shownSince<T extends { number: number }>(decision: T, since: ReturnType<typeof sinceOf>) {
	const happened = since.get(decision.number);
	return { ...decision, since: happened ? sinceInWords(happened) : [], mark: happened ? sinceMark(happened) : null };
}
