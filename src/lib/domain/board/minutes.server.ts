import type { Database } from '#lib/server/database.ts';
import { itemsOf } from './agenda.server.ts';
import { factsOf } from './decision-facts.ts';
import type { Meeting } from './finding.server.ts';
import { decisionsOfMeeting } from './log.server.ts';
import { membersOf } from './members.server.ts';
import { shownSince } from './overview.server.ts';
import { sinceOf } from './since.server.ts';
import { viewsAndInterests } from './views-given.server.ts';
import type { Attendance } from './words.ts';

/** What of a decision stands in the head of the minutes or of the decision already. */
const saidAbove = ['Decision', 'Meeting'];

/** What the minutes of a meeting say, the same on the page and in the PDF. */
export function minutesOf(db: Database, meeting: Meeting, today: string) {
	const items = itemsOf(db, meeting.id);
	const decided = decisionsOfMeeting(db, meeting.id);
	const since = sinceOf(db, decided, today);
	const { views, interests } = viewsAndInterests(
		db,
		items.map(({ id }) => id)
	);
	const members = membersOf(db, meeting.id);
	const named = (attendance: Attendance) =>
		members
			.filter((member) => member.attendance === attendance)
			.map(({ name, isChair }) => (isChair ? `${name} (chair)` : name))
			.join(', ');
	const shown = items.map(({ id, kind, title, asks }) => ({
		id,
		kind,
		title,
		asks,
		views: views.filter(({ itemId }) => itemId === id),
		interests: interests.filter(({ itemId }) => itemId === id),
		decisions: decided
			.filter(({ itemId }) => itemId === id)
			.map((one) => ({ ...shownSince(one, since), facts: factsOf(one).filter(([label]) => !saidAbove.includes(label)) }))
	}));
	const undecided = shown.filter(({ decisions }) => !decisions.length).length;
	const some = (label: string, value: string): [string, string][] => (value ? [[label, value]] : []);
	return {
		meeting,
		items: shown,
		undecided,
		title: titleOf(decided.length, undecided),
		attendance: [
			['Present', named('present') || 'Nobody is noted yet'],
			...some('Apologies', named('apologies')),
			...some('Asked, and not noted as present', named('invited')),
			['Quorum', `${meeting.quorum} ${meeting.quorum === 1 ? 'member' : 'members'}`]
		] as [string, string][]
	};
}

export type Minutes = ReturnType<typeof minutesOf>;

const titleOf = (decided: number, undecided: number): string => {
	if (!decided) return undecided ? 'Nothing is decided yet' : 'Nothing was on the agenda';
	const recorded = `${decided} ${decided === 1 ? 'decision' : 'decisions'} recorded`;
	return undecided ? `${recorded}, ${undecided} ${undecided === 1 ? 'item' : 'items'} not decided` : recorded;
};
