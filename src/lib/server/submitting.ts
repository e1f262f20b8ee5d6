import { fail, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { and, eq, lt, sql } from 'drizzle-orm';
import { submissions } from '#lib/domain/access/tables.ts';
import { refused, type Conflict, type Outcome, type Refused } from '#lib/domain/outcome.ts';
import { keptPerDatabase, write, type Database } from './database.ts';
import { log } from './log.ts';
import type { FieldError, Typed } from './parse-form.ts';
import { now } from './clock.ts';

const aWeek = 7 * 24 * 60 * 60 * 1000;

const prepared = keptPerDatabase((db) => ({
	find: db
		.select({ answer: submissions.answer })
		.from(submissions)
		.where(and(eq(submissions.personId, sql.placeholder('personId')), eq(submissions.id, sql.placeholder('id'))))
		.prepare(),
	keep: db
		.insert(submissions)
		.values({
			personId: sql.placeholder('personId'),
			id: sql.placeholder('id'),
			answer: sql.placeholder('answer'),
			at: sql.placeholder('at')
		})
		.prepare()
}));

/**
 * Carries out a form once. Sent again (a double click, a refresh, a retry after a crash) it gives the same answer and
 * changes nothing. The work and the note that it was done are one transaction. A disk that is full or failing comes
 * back as a refusal, so that what was typed stays on the page.
 */
export function once<T extends object>(
	event: Pick<RequestEvent, 'locals'>,
	form: { submission: string },
	work: () => Outcome<T>
): Outcome<T> {
	const { db, person } = event.locals;
	const personId = person?.id ?? '';
	try {
		return write(db, (tx) => {
			if (!form.submission) return work();
			const { find, keep } = prepared(tx);
			const before = find.get({ personId, id: form.submission });
			if (before) return before.answer as Outcome<T>;
			const outcome = work();
			if (outcome.ok) keep.run({ personId, id: form.submission, answer: outcome, at: now() });
			return outcome;
		});
	} catch (problem) {
		const storage = storageRefusal(problem);
		if (!storage) throw problem;
		log.error({ problem }, 'The database could not be written');
		return storage;
	}
}

const mostForgotten = 500;

/**
 * Forgets which forms were sent more than a week before a moment: nobody sends one again after that. Gives how many, at
 * most 500 in one go. The oldest stand first in the table, so that no save need keep an index by time for this.
 */
export function forgetSubmissions(db: Database, moment: number): number {
	const oldest = sql`rowid in (select rowid from ${submissions} order by rowid limit ${mostForgotten})`;
	const old = and(oldest, lt(submissions.at, moment - aWeek));
	return write(db, (tx) => tx.delete(submissions).where(old).run().changes);
}

/** Says what to do where the disk is full or fails; null for any other error. */
export function storageRefusal(problem: unknown): Refused | null {
	const code = problem instanceof Error && 'code' in problem ? String(problem.code) : '';
	if (code.startsWith('SQLITE_FULL'))
		return refused('storage-full', 'Not saved: the server has no room left. Keep this page open, tell your administrator, then try again.');
	if (code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_BUSY'))
		return refused('storage-failing', 'Not saved: the server could not write. Keep this page open and try again in a minute.');
	return null;
}

const statusOf: Record<string, number> = { stale: 409, 'too-many': 429, 'storage-full': 507, 'storage-failing': 503 };

export type FormFailure = { values: Typed; errors: FieldError[]; conflict?: Conflict };

/** A refused capability as a failed form: what was typed, what to do, and for a stale save both texts. */
export function refusal(form: { values: Typed }, outcome: Refused): ActionFailure<FormFailure> {
	return fail(statusOf[outcome.code] ?? 400, {
		values: form.values,
		errors: [{ field: outcome.field ?? '', text: outcome.text }],
		conflict: outcome.conflict
	});
}
