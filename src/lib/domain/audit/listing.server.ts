import { and, asc, desc, eq, gt, inArray, like, lt, or, sql, type SQL } from 'drizzle-orm';
import { people } from '#lib/domain/access/tables.ts';
import { addDays, startOfDay } from '#lib/domain/calendar/dates.ts';
import type { Database } from '#lib/server/database.ts';
import { changesInWords, fieldsInWords, thingInWords } from './line-in-words.ts';
import { namesIn } from './naming.server.ts';
import { auditLines } from './tables.ts';

export type AuditQuery = {
	/** Part of the name or the email address of who did it. */
	who?: string | undefined;
	personId?: string | undefined;
	/** The kind of thing it was done to, and which one. */
	thing?: string | undefined;
	thingId?: string | undefined;
	/** Days in Europe/London, both within. */
	from?: string | undefined;
	to?: string | undefined;
	/** Numbers of lines: older than `after`, newer than `before`. */
	after?: number | undefined;
	before?: number | undefined;
};

const pageSize = 50;
const mostPeople = 20;

const columns = {
	number: auditLines.number,
	at: auditLines.at,
	personId: auditLines.personId,
	person: people.name,
	what: auditLines.what,
	thing: auditLines.thing,
	thingId: auditLines.thingId,
	change: auditLines.change,
	hash: auditLines.hash
};
const select = (db: Database) => db.select(columns).from(auditLines).leftJoin(people, eq(people.id, auditLines.personId));
export type AuditLine = ReturnType<ReturnType<typeof select>['all']>[number];

/** Lines in words a council officer understands: what each was done to, its fields, and what they held; with the names of today. */
export function inWords<L extends AuditLine>(db: Database, lines: L[]) {
	const names = namesIn(db, lines);
	return lines.map(({ change, ...line }) => ({
		...line,
		which: thingInWords({ ...line, change }, names),
		fields: fieldsInWords(change, names),
		changes: changesInWords(change, names)
	}));
}
export type LineInWords = ReturnType<typeof inWords>[number];

/** The people of a name or address; when nobody has it, nobody's lines are wanted. */
function idsOf(db: Database, who: string): string[] {
	const pattern = `%${who.replaceAll(/[%_]/g, ' ').trim()}%`;
	const named = or(like(people.name, pattern), like(people.email, pattern));
	return db
		.select({ id: people.id })
		.from(people)
		.where(named)
		.limit(mostPeople)
		.all()
		.map(({ id }) => id);
}

/** The number of the last line before a moment: days are looked up by time once, then the list goes by number. */
const lastBefore = (db: Database, moment: number) =>
	db
		.select({ number: auditLines.number })
		.from(auditLines)
		.where(lt(auditLines.at, moment))
		.orderBy(desc(auditLines.at), desc(auditLines.number))
		.limit(1)
		.get()?.number ?? 0;

function matching(db: Database, { who, personId, thing, thingId, from, to }: AuditQuery): SQL | undefined {
	return and(
		personId ? eq(auditLines.personId, personId) : undefined,
		who ? inArray(auditLines.personId, idsOf(db, who)) : undefined,
		thing ? eq(auditLines.thing, thing) : undefined,
		thing && thingId ? eq(auditLines.thingId, thingId) : undefined,
		from ? gt(auditLines.number, lastBefore(db, startOfDay(from))) : undefined,
		to ? lt(auditLines.number, lastBefore(db, startOfDay(addDays(to, 1))) + 1) : undefined
	);
}

/** A page of 50 lines, newest first, and the numbers at which the pages beside it begin. */
export function listAudit(db: Database, query: AuditQuery) {
	const backwards = query.before !== undefined;
	const found = select(db)
		.where(
			and(
				matching(db, query),
				query.after === undefined || backwards ? undefined : lt(auditLines.number, query.after),
				backwards ? gt(auditLines.number, query.before!) : undefined
			)
		)
		.orderBy(backwards ? asc(auditLines.number) : desc(auditLines.number))
		.limit(pageSize + 1)
		.all();
	const rows = found.slice(0, pageSize);
	const more = found.length > pageSize;
	if (backwards) rows.reverse();
	return {
		rows,
		previous: (backwards ? more : query.after !== undefined) ? (rows[0]?.number ?? null) : null,
		next: (backwards ? rows.length > 0 : more) ? (rows.at(-1)?.number ?? null) : null
	};
}

/** One line in words, with its hashes. */
export function auditLine(db: Database, number: number) {
	const found = db
		.select({ ...columns, previousHash: auditLines.previousHash })
		.from(auditLines)
		.leftJoin(people, eq(people.id, auditLines.personId))
		.where(eq(auditLines.number, number))
		.all();
	return inWords(db, found)[0];
}

/** Every line of a list in words, newest first, read in pages: for the export. */
export function* everyLine(db: Database, query: AuditQuery): Generator<LineInWords> {
	let after: number | undefined;
	do {
		const page = listAudit(db, { ...query, before: undefined, after });
		yield* inWords(db, page.rows);
		after = page.next ?? undefined;
	} while (after !== undefined);
}

/** The kinds of thing the trail speaks of, by stepping through the index: one look for each kind, however long the trail. */
export const auditedThings = (db: Database): string[] =>
	db
		.all<{ thing: string | null }>(
			sql`with recursive kind(thing) as (
				select min(${auditLines.thing}) from ${auditLines}
				union all
				select (select min(${auditLines.thing}) from ${auditLines} where ${auditLines.thing} > kind.thing) from kind where kind.thing is not null
			) select thing from kind`
		)
		.flatMap(({ thing }) => (thing === null ? [] : [thing]));
