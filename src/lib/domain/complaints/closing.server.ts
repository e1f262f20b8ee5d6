import { and, eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { people } from '#lib/domain/access/tables.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { showDay } from '#lib/domain/calendar/dates.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { write, type Database } from '#lib/server/database.ts';
import type { CaseRow } from './finding.server.ts';
import { caseNow, nameOf, refusedDay, saveCase } from './keeping.server.ts';
import { stepRefusals } from './step-refusals.ts';
import { tellUsCases } from './tables.ts';
import type { Cause } from './words.ts';

type Saved = { version: number };

/** The customer does not want it looked into any longer: nothing is due then. What was answered before stays. */
export function withdraw(
	db: Database,
	person: Person,
	caseId: string,
	typed: Saved & { withdrawnOn: string; reason: string },
	today: string
): Outcome {
	return write(db, (tx) => {
		const { row } = caseNow(tx, caseId);
		const closed = stepRefusals.withdrawal(row, null, today);
		if (closed) return closed;
		const wrong = refusedDay(typed.withdrawnOn, 'withdrawnOn', {
			from: row.receivedOn,
			today,
			before: `it came in, ${showDay(row.receivedOn)}`
		});
		if (wrong) return wrong;
		const set = { state: 'withdrawn' as const, dueOn: null, closedOn: typed.withdrawnOn };
		const stale = saveCase(tx, row, typed.version, { ...set, withdrawnReason: typed.reason });
		if (stale) return stale;
		record(tx, person, `noted that ${nameOf(row)} was withdrawn`, { kind: 'complaint', id: caseId }, changesOf<CaseRow>(row, set));
		return done();
	});
}

/** Gives a case to somebody, who then sees who the customer is and answers. */
export function giveTo(db: Database, person: Person, caseId: string, { handlerId, version }: Saved & { handlerId: string }): Outcome {
	return write(db, (tx) => {
		const { row } = caseNow(tx, caseId);
		const handler = tx.select({ at: people.deactivatedAt }).from(people).where(eq(people.id, handlerId)).get();
		if (!handler || handler.at !== null) return refused('unknown-person', 'Choose somebody who can sign in', 'handlerId');
		const stale = saveCase(tx, row, version, { handlerId });
		if (stale) return stale;
		record(tx, person, `gave ${nameOf(row)} to a handler`, { kind: 'complaint', id: caseId }, changesOf<CaseRow>(row, { handlerId }));
		return done();
	});
}

/** Why it came to this, what was learnt and what was changed. It may be said at any time, also after the answer. Northampton 17. */
export function learn(
	db: Database,
	person: Person,
	caseId: string,
	{ version, ...learnt }: Saved & { cause: Cause; lesson: string; changeMade: string }
): Outcome {
	return write(db, (tx) => {
		const { row } = caseNow(tx, caseId);
		const stale = saveCase(tx, row, version, learnt);
		if (stale) return stale;
		const said = { cause: { from: row.cause, to: learnt.cause } };
		record(tx, person, `wrote down what was learnt from ${nameOf(row)}`, { kind: 'complaint', id: caseId }, said);
		return done();
	});
}

/**
 * Says that a case is another one come again: it is linked, needs no answer of its own and counts nowhere. Refused where that
 * one is itself a duplicate, is of another kind, or where this one is answered already or has duplicates of its own.
 */
export function linkToOriginal(db: Database, person: Person, caseId: string, { original, version }: Saved & { original: number }): Outcome {
	return write(db, (tx) => {
		const { row, stage } = caseNow(tx, caseId);
		const refusal = stepRefusals.original(row, stage, '');
		if (refusal) return refusal;
		const found = tx.select().from(tellUsCases).where(eq(tellUsCases.number, original)).get();
		if (!found || found.id === caseId || found.serviceId !== row.serviceId)
			return refused('unknown-case', 'Enter the number of another case of the same service', 'original');
		if (found.duplicateOfId)
			return refused('duplicate', `Case ${original} is itself the same as another: enter that one’s number`, 'original');
		if (found.kind !== row.kind) return refused('other-kind', `Case ${original} is a ${found.kind}`, 'original');
		if (
			tx
				.select({ id: tellUsCases.id })
				.from(tellUsCases)
				.where(and(eq(tellUsCases.duplicateOfId, caseId)))
				.get()
		)
			return refused('has-duplicates', 'Other cases are linked to this one: link the other one to this', 'original');
		const set = { duplicateOfId: found.id, state: 'noted' as const, dueOn: null, closedOn: row.closedOn ?? row.receivedOn };
		const stale = saveCase(tx, row, version, set);
		if (stale) return stale;
		record(
			tx,
			person,
			`linked ${nameOf(row)} as the same as ${found.number}`,
			{ kind: 'complaint', id: caseId },
			changesOf<CaseRow>(row, set)
		);
		return done();
	});
}
