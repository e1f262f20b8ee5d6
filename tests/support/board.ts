import { eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { grants, people } from '#lib/domain/access/tables.ts';
import { itemsOf, addItems } from '#lib/domain/board/agenda.server.ts';
import type { Decided } from '#lib/domain/board/carrying-out.server.ts';
import { decide } from '#lib/domain/board/deciding.server.ts';
import { itemOf, meetingSeen, type Item, type Meeting } from '#lib/domain/board/finding.server.ts';
import { noteAttendance } from '#lib/domain/board/members.server.ts';
import { planMeeting } from '#lib/domain/board/planning.server.ts';
import { versionOfThing } from '#lib/domain/board/thing-standing.server.ts';
import { whatWaits } from '#lib/domain/board/waiting.server.ts';
import type { Attendance } from '#lib/domain/board/words.ts';
import { findings, recommendations } from '#lib/domain/findings/tables.ts';
import { lessons } from '#lib/domain/journeys/tables.ts';
import type { Outcome } from '#lib/domain/outcome.ts';
import type { Database } from '#lib/server/database.ts';
import { details as actionDetails } from './actions.ts';
import { aJourney } from './journeys.ts';
import { cast } from './test-database.ts';

/** The day the board of the tests meets. */
export const boardDay = '2026-12-03';
export const before = '2026-11-21';

function must<T extends object>(outcome: Outcome<T>): T {
	if (!outcome.ok) throw new Error(`${outcome.code}: ${outcome.text}`);
	return outcome;
}

/** One more member of the board. */
export function aMember(db: Database, id: string, name: string): Person {
	db.insert(people)
		.values({ id, name, email: `${id}@marlbourne.example` })
		.run();
	db.insert(grants).values({ personId: id, role: 'board member' }).run();
	return { id, name, email: '', jobTitle: '', grants: [{ role: 'board member', serviceId: null, teamId: null }] };
}

type FindingMore = Partial<typeof findings.$inferInsert>;

/** What a review found on a journey (made where none is given). */
export function aFinding(db: Database, more: FindingMore = {}): string {
	const journeyId = more.journeyId ?? aJourney(db);
	return db
		.insert(findings)
		.values({
			what: 'Tenants ring again because nobody says when the repair is',
			serviceId: 'repairs',
			source: 'journey',
			sourceId: journeyId,
			journeyId,
			severity: 'high',
			howOften: 'Every second repair',
			whys: ['Slots move and nobody tells the tenant', 'The diary does not know the tenant’s number'],
			foundBy: 'manager',
			foundAt: 1,
			...more
		})
		.returning({ id: findings.id })
		.get().id;
}

/** What is recommended about a finding (made where none is given). */
export function aRecommendation(db: Database, more: Partial<typeof recommendations.$inferInsert> = {}): string {
	const number = db.select().from(recommendations).all().length + 1;
	return db
		.insert(recommendations)
		.values({
			number,
			text: `Text tenants when a slot moves, ${number}`,
			customerBenefit: 'They can plan their day',
			customerValue: 5,
			councilValue: 3,
			effort: 2,
			contactsAvoided: 1200,
			avoidedChannel: 'phone',
			costPence: 500_000,
			...more,
			findingId: more.findingId ?? aFinding(db, { severity: 'medium' })
		})
		.returning({ id: recommendations.id })
		.get().id;
}

export const aLesson = (db: Database, text = 'Ask customers before the first workshop'): string =>
	db
		.insert(lessons)
		.values({ journeyId: aJourney(db), step: 'gather', text, notedBy: 'manager', notedAt: 1 })
		.returning({ id: lessons.id })
		.get().id;

/** The meeting as it stands now. */
export const meetingNow = (db: Database, { number }: { number: number }): Meeting => meetingSeen(db, cast.lead, String(number));

/** A meeting with everything on its agenda that waits for it. */
export function aMeeting(db: Database, { heldOn = boardDay, today = before } = {}): Meeting {
	const { number } = must(planMeeting(db, cast.lead, { heldOn, startsAt: '14:00', place: 'Committee room 2' }, today));
	const meeting = meetingNow(db, { number });
	const things = whatWaits(db, heldOn).map(({ kind, thingId }) => ({ kind, thingId }));
	if (things.length) must(addItems(db, cast.lead, meeting, { things, asks: '' }));
	return meetingNow(db, meeting);
}

/** The first item on the agenda, or the one of this kind. */
export function firstItem(db: Database, meeting: Meeting, kind?: Item['kind']): Item {
	const item = itemsOf(db, meeting.id).find((one) => !kind || one.kind === kind);
	if (!item) throw new Error('Nothing is on the agenda');
	return item;
}

/** Notes who is there, on the meeting's day unless told. */
export const attend = (db: Database, meeting: Meeting, attendance: Record<string, Attendance>, today = boardDay) =>
	noteAttendance(db, cast.chair, meeting, { attendance, version: meetingNow(db, meeting).version }, today);

/** Everybody on the board is there. */
export function allPresent(db: Database, meeting: Meeting, today = boardDay): void {
	const ids = db.select({ id: grants.personId }).from(grants).all();
	must(attend(db, meeting, Object.fromEntries(ids.map(({ id }) => [id, 'present'])), today));
}

const nothing = { changes: '', reason: '', deferredTo: '' };

/** The chair decides, with an action where a recommendation is accepted. */
export const decideOn = (
	db: Database,
	item: Item,
	wanted: Partial<Decided> & Pick<Decided, 'decision'>,
	today = boardDay,
	person: Person = cast.chair
) =>
	decide(
		db,
		person,
		itemOf(db, { id: item.meetingId }, item.id),
		{ ...nothing, action: { ...actionDetails, startOn: boardDay }, ...wanted, thingVersion: versionOfThing(db, item) },
		today
	);

/** How a recommendation stands. */
export const stateOf = (db: Database, id: string) =>
	db.select({ state: recommendations.state }).from(recommendations).where(eq(recommendations.id, id)).get()?.state;
