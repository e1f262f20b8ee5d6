import { asc, eq, sql } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { done, type Outcome } from '#lib/domain/outcome.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database } from '#lib/server/database.ts';
import type { RaterTableTyped } from './forms.ts';
import { numberIn } from './number-in.ts';
import { compareRatings, type Compared, type OneRating } from './ratings-compared.ts';
import { raterTables, ratings } from './tables.ts';

/** Makes an empty table of ratings, seen by whoever makes it. Gives its number. */
export function startRaterTable(db: Database, person: Person, typed: RaterTableTyped): Outcome<{ number: number }> {
	return write(db, (tx) => {
		const last = tx
			.select({ number: sql<number | null>`max(${raterTables.number})` })
			.from(raterTables)
			.get();
		const table = { ...typed, number: (last?.number ?? 0) + 1, ownerId: person.id };
		const { id } = tx
			.insert(raterTables)
			.values({ ...table, madeAt: now() })
			.returning({ id: raterTables.id })
			.get();
		record(tx, person, `made table of ratings ${table.number}`, { kind: 'rater table', id }, changesOf({}, table));
		return done({ number: table.number });
	});
}

/** The ratings of a table by question, subject and rater. */
export const ratingsOf = (db: Database, tableId: string) =>
	db
		.select({ question: ratings.question, subject: ratings.subject, rater: ratings.rater, value: ratings.value })
		.from(ratings)
		.where(eq(ratings.tableId, tableId))
		.orderBy(asc(ratings.question), asc(ratings.subject), asc(ratings.rater))
		.all();

/** A table's agreement. A question has an order where all its values are numbers; capitals make no other answer. */
export function raterTableCompared(db: Database, tableId: string): Compared {
	const all = ratingsOf(db, tableId).map(({ value, ...one }): OneRating => {
		const number = numberIn(value);
		return { ...one, answer: number === null ? value.toLowerCase() : String(number), value: number };
	});
	const names = [...new Set(all.map(({ question }) => question))];
	const words = new Set(all.filter(({ value }) => value === null).map(({ question }) => question));
	return compareRatings(
		names.map((id) => ({ id, text: '', ordered: !words.has(id) })),
		all
	);
}
