import { eq, sql } from 'drizzle-orm';
import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome, type Refused } from '#lib/domain/outcome.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import { carryOut, type Decided } from './carrying-out.server.ts';
import { refusedDeciding, refusedDecision } from './decision-rules.ts';
import type { Item } from './finding.server.ts';
import { membersOf } from './members.server.ts';
import { quorumOf } from './quorum.ts';
import { decisions, meetings } from './tables.ts';
import { decisionThatStands, versionOfThing } from './thing-standing.server.ts';

/** A refusal met half way: it undoes what the decision had already written. */
class Undone extends Error {
	constructor(readonly refusal: Refused) {
		super(refusal.text);
	}
}

/**
 * Records the board's decision about an item and carries it out, all of it or nothing. Refused for anybody but the chair,
 * before the meeting's day, without the quorum, for a chair with an interest, and where since its paper was read the thing
 * changed (`thingVersion`) or another decision was made (`after`: the number of the one that stood, 0 for none). A decision
 * about something already decided supersedes that decision, which stays on record. Gives its number and that of the action it made. DOMAIN section 4.
 */
export function decide(
	db: Database,
	person: Person,
	item: Item,
	{ thingVersion, after, ...wanted }: Decided & { thingVersion: number; after?: number | undefined },
	today: string
): Outcome<{ number: number; action: number | null }> {
	try {
		return write(db, (tx) => {
			const ready = readyToDecide(tx, person, item, wanted, today);
			if (!ready.ok) return ready;
			if (versionOfThing(tx, item) !== thingVersion)
				return refused('stale', 'This changed since you read its paper. Read it again, then decide.');
			if (after !== undefined && after !== (ready.former?.number ?? 0))
				return refused('stale', 'Another decision about this was recorded while you were reading. Open the page again to see it.');
			const { decision, changes, reason, deferredTo } = wanted;
			const isAward = item.kind === 'award' && decision === 'accept with changes';
			const row = {
				number: nextNumber(tx),
				itemId: item.id,
				decision,
				changes: decision === 'accept with changes' ? (isAward ? `Level ${wanted.level ?? ''}: ${changes}` : changes) : '',
				reason,
				deferredTo: decision === 'defer' ? deferredTo : null,
				decidedBy: person.id,
				decidedAt: now(),
				decidedOn: today,
				present: ready.present,
				quorum: ready.quorum,
				supersedesId: ready.former?.id ?? null
			};
			const carried = carryOut(tx, person, item, wanted, row.number, today);
			if (!carried.ok) throw new Undone(carried);
			const { id } = tx.insert(decisions).values(row).returning({ id: decisions.id }).get();
			record(tx, person, `recorded decision ${row.number} of the board`, { kind: 'decision', id }, changesOf({}, row));
			return done({ number: row.number, action: carried.action });
		});
	} catch (problem) {
		if (problem instanceof Undone) return problem.refusal;
		throw problem;
	}
}

function nextNumber(tx: Transaction): number {
	const last = tx
		.select({ number: sql<number | null>`max(${decisions.number})` })
		.from(decisions)
		.get();
	return (last?.number ?? 0) + 1;
}

/** What the rules look at before an item is decided, as it stands now. */
export function standingBefore(db: Database, person: Person, item: Item) {
	const meeting = db.select().from(meetings).where(eq(meetings.id, item.meetingId)).get();
	if (!meeting) throw new Error('An item without its meeting');
	const seats = membersOf(db, meeting.id, item.id);
	return {
		isChair: can(person, 'decide'),
		seat: seats.find(({ personId }) => personId === person.id),
		quorum: quorumOf(seats, meeting.quorum),
		meeting,
		kind: item.kind,
		former: decisionThatStands(db, item)
	};
}

function readyToDecide(
	tx: Transaction,
	person: Person,
	item: Item,
	wanted: Decided,
	today: string
): Outcome<{ present: number; quorum: number; former: { id: string; number: number } | null }> {
	const before = standingBefore(tx, person, item);
	const refusal = refusedDeciding(before, today) ?? refusedDecision(before, wanted);
	if (refusal) return refusal;
	return done({ present: before.quorum.present, quorum: before.quorum.needed, former: before.former });
}
