import { and, asc, desc, eq, gt, lt, sql } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome, type Refused } from '#lib/domain/outcome.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import type { Item, Meeting } from './finding.server.ts';
import { nextVersion, openMeeting } from './open-meeting.server.ts';
import { agendaItems, decisions, interests, meetings, memberViews } from './tables.ts';
import { whatWaits } from './waiting.server.ts';
import { usualAsk } from './wording.ts';
import type { ItemKind } from './words.ts';

/** Names a thing that can be on an agenda. */
export type Thing = { kind: ItemKind; thingId: string };

/** An agenda in its order. */
export const itemsOf = (db: Database, meetingId: string): Item[] =>
	db.select().from(agendaItems).where(eq(agendaItems.meetingId, meetingId)).orderBy(asc(agendaItems.position), asc(agendaItems.id)).all();

/** Writes an item at the end of an agenda. */
function putLast(tx: Transaction, person: Person, meeting: Meeting, item: Thing & { title: string; asks: string }): string {
	const last = tx
		.select({ position: sql<number | null>`max(${agendaItems.position})` })
		.from(agendaItems)
		.where(eq(agendaItems.meetingId, meeting.id))
		.get();
	const row = { ...item, title: item.title.slice(0, 300), meetingId: meeting.id, position: (last?.position ?? 0) + 1 };
	const { id } = tx.insert(agendaItems).values(row).returning({ id: agendaItems.id }).get();
	record(tx, person, `put ${item.kind} on the agenda of meeting ${meeting.number}`, { kind: 'agenda item', id }, changesOf({}, row));
	return id;
}

/**
 * Puts what waits on the agenda of a meeting, at its end, all of it or nothing. Refused for what does not wait (any more):
 * it may be on another open agenda, or decided. Gives how many were added.
 */
export function addItems(
	db: Database,
	person: Person,
	meeting: Meeting,
	{ things, asks }: { things: readonly Thing[]; asks: string }
): Outcome<{ count: number }> {
	return write(db, (tx) => {
		const open = openMeeting(tx, meeting);
		if (!open.ok) return open;
		if (!things.length) return refused('none-chosen', 'Choose what to put on the agenda', 'things[]');
		const waiting = whatWaits(tx, open.meeting.heldOn);
		const chosen = things.map(({ kind, thingId }) => waiting.find((one) => one.kind === kind && one.thingId === thingId));
		if (chosen.some((one) => !one))
			return refused(
				'not-waiting',
				'Something you chose does not wait for the board any more. Open the page again and choose anew',
				'things[]'
			);
		for (const one of chosen)
			if (one)
				putLast(tx, person, open.meeting, { kind: one.kind, thingId: one.thingId, title: one.title, asks: asks || usualAsk[one.kind] });
		nextVersion(tx, open.meeting);
		return done({ count: chosen.length });
	});
}

/** Puts something the board has decided on the agenda of a meeting again, so that it can change its mind there. */
export function bringBack(
	db: Database,
	person: Person,
	meeting: Meeting,
	{ kind, thingId, title, asks }: Thing & { title: string; asks: string }
): Outcome<{ item: string }> {
	return write(db, (tx) => {
		const open = openMeeting(tx, meeting);
		if (!open.ok) return open;
		const there = tx
			.select({ number: meetings.number })
			.from(agendaItems)
			.innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
			.where(and(eq(agendaItems.kind, kind), eq(agendaItems.thingId, thingId), eq(meetings.state, 'planned')))
			.get();
		if (there) return refused('on-agenda', `This is on the agenda of meeting ${there.number} already`, 'meeting');
		const item = putLast(tx, person, open.meeting, { kind, thingId, title, asks });
		nextVersion(tx, open.meeting);
		return done({ item });
	});
}

const changed: Refused = refused('stale', 'Somebody changed the agenda while you were reading. Look at it again.');

/** Moves an item one place up or down the agenda; at either end it stays where it is. `version` is the meeting's. */
export function moveItem(
	db: Database,
	person: Person,
	meeting: Meeting,
	{ item: id, way, version }: { item: string; way: 'up' | 'down'; version: number }
): Outcome {
	return write(db, (tx) => {
		const open = openMeeting(tx, meeting, version);
		if (!open.ok) return open;
		const here = eq(agendaItems.meetingId, meeting.id);
		const item = tx
			.select()
			.from(agendaItems)
			.where(and(here, eq(agendaItems.id, id)))
			.get();
		if (!item) return changed;
		const beyond = way === 'up' ? lt(agendaItems.position, item.position) : gt(agendaItems.position, item.position);
		const other = tx
			.select()
			.from(agendaItems)
			.where(and(here, beyond))
			.orderBy(way === 'up' ? desc(agendaItems.position) : asc(agendaItems.position))
			.limit(1)
			.get();
		if (!other) return done();
		const place = (row: Item, position: number) =>
			tx
				.update(agendaItems)
				.set({ position, version: row.version + 1 })
				.where(eq(agendaItems.id, row.id))
				.run();
		place(item, other.position);
		place(other, item.position);
		nextVersion(tx, open.meeting);
		record(
			tx,
			person,
			`moved an item ${way} the agenda of meeting ${meeting.number}`,
			{ kind: 'agenda item', id },
			changesOf({ position: item.position }, { position: other.position })
		);
		return done();
	});
}

/** Whether anybody had a part in an item: gave a view, declared an interest or decided it. */
const isTouched = (tx: Transaction, itemId: string): boolean =>
	[
		tx.select({ id: memberViews.itemId }).from(memberViews).where(eq(memberViews.itemId, itemId)).limit(1).get(),
		tx.select({ id: interests.itemId }).from(interests).where(eq(interests.itemId, itemId)).limit(1).get(),
		tx.select({ id: decisions.id }).from(decisions).where(eq(decisions.itemId, itemId)).limit(1).get()
	].some(Boolean);

/** Takes an item off the agenda: it waits for the board again. Refused once a member has given a view or declared an interest in it. */
export function removeItem(
	db: Database,
	person: Person,
	meeting: Meeting,
	{ item: id, version }: { item: string; version: number }
): Outcome {
	return write(db, (tx) => {
		const open = openMeeting(tx, meeting, version);
		if (!open.ok) return open;
		const item = tx
			.select()
			.from(agendaItems)
			.where(and(eq(agendaItems.meetingId, meeting.id), eq(agendaItems.id, id)))
			.get();
		if (!item) return changed;
		if (isTouched(tx, id))
			return refused('touched', `Members have worked on “${item.title}”: it stays on the agenda. The board can defer it.`);
		tx.delete(agendaItems).where(eq(agendaItems.id, id)).run();
		nextVersion(tx, open.meeting);
		record(
			tx,
			person,
			`took ${item.kind} off the agenda of meeting ${meeting.number}`,
			{ kind: 'agenda item', id },
			changesOf<Record<string, unknown>>(item, { title: null })
		);
		return done();
	});
}
