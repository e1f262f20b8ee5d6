import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import type { Database } from '#lib/server/database.ts';
import { mustBeAble, notFound } from '#lib/server/guard.ts';
import { factsOf, nothingSince } from './decision-facts.ts';
import { decisionByNumber, decisionsAbout, type LoggedDecision } from './log.server.ts';
import { sinceOf } from './since.server.ts';
import { viewsAndInterests } from './views-given.server.ts';

/** A decision by its number as it is in an address, where the person may see the board; else 404. DOMAIN section 1. */
export function decisionSeen(db: Database, person: Person, number: string): LoggedDecision {
	if (!can(person, 'see board') || !/^[1-9]\d{0,8}$/.test(number)) notFound();
	return decisionByNumber(db, Number(number)) ?? notFound();
}

/** A decision the person may bring back to the board; 403 where they can only read it. */
export function decisionToBringBack(db: Database, person: Person, number: string): LoggedDecision {
	const decision = decisionSeen(db, person, number);
	mustBeAble(person, 'run board', {});
	return decision;
}

/** A decision as its page shows it: on record, what happened since, the views before it, every other one about the same. */
export function decisionShown(db: Database, decision: LoggedDecision, today: string) {
	return {
		decision,
		facts: factsOf(decision),
		since: sinceOf(db, [decision], today).get(decision.number) ?? null,
		nothingYet: nothingSince(decision),
		line: decisionsAbout(db, decision),
		...viewsAndInterests(db, [decision.itemId])
	};
}
