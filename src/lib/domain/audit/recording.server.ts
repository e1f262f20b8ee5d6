import { createHash } from 'node:crypto';
import { desc, sql } from 'drizzle-orm';
import { keptPerDatabase, type Transaction } from '#lib/server/database.ts';
import { auditLines } from './tables.ts';
import { now } from '#lib/server/clock.ts';

export type Change = Record<string, { from: unknown; to: unknown }>;
export type Line = Omit<typeof auditLines.$inferSelect, 'hash'>;

/** The hash that stands before the first line. */
export const beginning = '0'.repeat(64);

/** The SHA-256 of a line with the hash of the one before it. */
export function hashOf(line: Line): string {
	const { number, at, personId, what, thing, thingId, change, previousHash } = line;
	return createHash('sha256')
		.update(JSON.stringify([number, at, personId, what, thing, thingId, change, previousHash]))
		.digest('hex');
}

const prepared = keptPerDatabase((db) => ({
	last: db.select({ number: auditLines.number, hash: auditLines.hash }).from(auditLines).orderBy(desc(auditLines.number)).prepare(),
	add: db
		.insert(auditLines)
		.values({
			number: sql.placeholder('number'),
			at: sql.placeholder('at'),
			personId: sql.placeholder('personId'),
			what: sql.placeholder('what'),
			thing: sql.placeholder('thing'),
			thingId: sql.placeholder('thingId'),
			change: sql.placeholder('change'),
			previousHash: sql.placeholder('previousHash'),
			hash: sql.placeholder('hash')
		})
		.prepare()
}));

/**
 * Writes the audit line of a change, in the same transaction as the change. `what` is in words ('renamed service');
 * `change` names each field with what it was and what it is, as `changesOf` gives it. Never a secret. DOMAIN section 8.
 */
export function record(
	tx: Transaction,
	person: { id: string } | null,
	what: string,
	thing: { kind: string; id: string },
	change: Change = {}
): void {
	const { last, add } = prepared(tx);
	const before = last.get();
	// what is stored and what is hashed must be the same text
	const stored = JSON.parse(JSON.stringify(change)) as Change;
	const line: Line = {
		number: (before?.number ?? 0) + 1,
		at: now(),
		personId: person?.id ?? null,
		what,
		thing: thing.kind,
		thingId: thing.id,
		change: stored,
		previousHash: before?.hash ?? beginning
	};
	add.run({ ...line, hash: hashOf(line) });
}

/** The fields in which `to` differs from `from`. A field that is not in `from` counts as empty before. */
export function changesOf<T extends object>(from: Partial<T>, to: Partial<T>): Change {
	const fields = Object.keys(to) as (keyof T & string)[];
	return Object.fromEntries(
		fields
			.filter((field) => JSON.stringify(from[field] ?? null) !== JSON.stringify(to[field] ?? null))
			.map((field) => [field, { from: from[field] ?? null, to: to[field] ?? null }])
	);
}
