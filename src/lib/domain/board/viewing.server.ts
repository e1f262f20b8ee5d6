import { and, eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { staleSave } from '#lib/domain/stale.server.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import type { Item } from './finding.server.ts';
import { boardNow, membersOf } from './members.server.ts';
import { decisions, interests, meetings, memberViews } from './tables.ts';
import { refusedInterest, refusedView, type Standing } from './view-rules.ts';
import type { View } from './words.ts';

/** How somebody stands towards an item within a write. */
function standingOf(tx: Transaction, personId: string, item: Item): Standing {
	const meeting = tx.select().from(meetings).where(eq(meetings.id, item.meetingId)).get();
	if (!meeting) throw new Error('An item without its meeting');
	const seat = membersOf(tx, meeting.id, item.id).find((member) => member.personId === personId);
	const decided = tx.select({ id: decisions.id }).from(decisions).where(eq(decisions.itemId, item.id)).limit(1).get();
	return {
		isMember: !!seat,
		holdsRole: boardNow(tx).includes(personId),
		hasInterest: typeof seat?.interest === 'string',
		isDecided: !!decided,
		meeting
	};
}

const labels = { view: 'Your view', comment: 'Comment' };

/**
 * Gives or changes a member's view of an item, before the meeting or at it, until the item is decided. Refused for who
 * left the board, is not a member of this meeting or declared an interest in the item. `version` is that of the view the
 * member saw, 0 for none. DOMAIN section 4.
 */
export function giveView(
	db: Database,
	person: Person,
	item: Item,
	{ view, comment, version }: { view: View; comment: string; version: number },
	today: string
): Outcome {
	return write(db, (tx) => {
		const refusal = refusedView(standingOf(tx, person.id, item), today);
		if (refusal) return refusal;
		if (view !== 'support' && !comment) return refused('no-comment', 'Enter a comment that says what you think', 'comment');
		const thing = { kind: 'view', id: `${item.id} ${person.id}` };
		const mine = and(eq(memberViews.itemId, item.id), eq(memberViews.personId, person.id));
		const before = tx.select().from(memberViews).where(mine).get();
		if ((before?.version ?? 0) !== version && before) return staleSave(tx, thing, before, { view, comment }, labels);
		const changes = changesOf<{ view: string; comment: string }>(before ?? {}, { view, comment });
		if (!Object.keys(changes).length) return done();
		const said = { view, comment, givenAt: now(), version: (before?.version ?? 0) + 1 };
		if (before) tx.update(memberViews).set(said).where(mine).run();
		else
			tx.insert(memberViews)
				.values({ ...said, itemId: item.id, personId: person.id })
				.run();
		record(tx, person, before ? 'changed a view on an agenda item' : 'gave a view on an agenda item', thing, changes);
		return done();
	});
}

/**
 * Declares a member's interest in an item: they have no part in it from now on, and a view they gave no longer counts.
 * It stays declared. DOMAIN section 4.
 */
export function declareInterest(db: Database, person: Person, item: Item, what: string): Outcome {
	return write(db, (tx) => {
		const refusal = refusedInterest(standingOf(tx, person.id, item));
		if (refusal) return refusal;
		if (!what.trim()) return refused('no-interest', 'Enter what your interest is', 'what');
		const row = { itemId: item.id, personId: person.id, what: what.trim(), declaredAt: now() };
		tx.insert(interests).values(row).run();
		record(
			tx,
			person,
			'declared an interest in an agenda item',
			{ kind: 'agenda item', id: item.id },
			changesOf({}, { interest: row.what })
		);
		return done();
	});
}
