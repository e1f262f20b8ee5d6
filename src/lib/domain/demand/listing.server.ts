import { and, asc, count, desc, eq, sql, type SQL } from 'drizzle-orm';
import { people } from '#lib/domain/access/tables.ts';
import { mapSteps } from '#lib/domain/maps/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { inLog } from './counting.server.ts';
import type { DemandFilters } from './filters.ts';
import { contacts } from './tables.ts';

export const pageSize = 50;

/** What the rows are sorted by; the id last, so that no two stand alike and a page can go on after any. */
const keysOf = {
	noted: [contacts.notedAt, contacts.id],
	heard: [contacts.heardOn, contacts.notedAt, contacts.id]
} as const;

const columns = {
	id: contacts.id,
	words: contacts.words,
	kind: contacts.kind,
	type: contacts.type,
	channel: contacts.channel,
	predictable: contacts.predictable,
	heardOn: contacts.heardOn,
	stepId: contacts.stepId,
	notedAt: contacts.notedAt,
	notedBy: people.name,
	version: contacts.version
};

/** Of no step, or of one that was taken off the map. */
const ofNoStep = sql`not exists (select 1 from ${mapSteps} where ${mapSteps.id} = ${contacts.stepId})`;
const escaped = (text: string) => `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

function narrowed({ kind, channel, step, predictable, words }: DemandFilters): SQL | undefined {
	return and(
		kind ? eq(contacts.kind, kind) : undefined,
		channel ? eq(contacts.channel, channel) : undefined,
		step === 'none' ? ofNoStep : step ? eq(contacts.stepId, step) : undefined,
		predictable ? eq(contacts.predictable, predictable === 'yes') : undefined,
		words ? sql`(${contacts.words} like ${escaped(words)} escape '\\' or ${contacts.type} like ${escaped(words)} escape '\\')` : undefined
	);
}

/** Where a page begins: after, or before, the contact of this id. */
export type Place = { after?: string | undefined; before?: string | undefined };

function pageOf(db: Database, journeyId: string, filters: DemandFilters, { after, before }: Place, limit: number) {
	const keys = keysOf[filters.sort];
	const from = after ?? before;
	const up = (filters.order === 'ascending') === (before === undefined);
	const row = sql`(${sql.join([...keys], sql`, `)})`;
	const there = sql`(select ${sql.join([...keys], sql`, `)} from ${contacts} where ${contacts.id} = ${from})`;
	const beyond = from === undefined ? undefined : up ? sql`${row} > ${there}` : sql`${row} < ${there}`;
	return db
		.select(columns)
		.from(contacts)
		.leftJoin(people, eq(people.id, contacts.notedBy))
		.where(and(inLog(journeyId), narrowed(filters), beyond))
		.orderBy(...keys.map((key) => (up ? asc(key) : desc(key))))
		.limit(limit)
		.all();
}

export type ListedContact = ReturnType<typeof pageOf>[number];

/** The contacts of a journey's log, fifty a page, with how many there are in all. DOMAIN section 8. */
export function contactsListed(db: Database, journeyId: string, filters: DemandFilters, place: Place) {
	const found = pageOf(db, journeyId, filters, place, pageSize + 1);
	const isMore = found.length > pageSize;
	const rows = found.slice(0, pageSize);
	const isBack = place.before !== undefined;
	if (isBack) rows.reverse();
	const last = rows.at(-1)?.id ?? null;
	const first = rows[0]?.id ?? null;
	const all = db
		.select({ count: count() })
		.from(contacts)
		.where(and(inLog(journeyId), narrowed(filters)))
		.get();
	return {
		rows,
		count: all?.count ?? 0,
		next: isBack || isMore ? last : null,
		previous: isBack ? (isMore ? first : null) : place.after === undefined ? null : first
	};
}

/** Every contact of a list, read page by page: for a download. */
export function* everyContact(db: Database, journeyId: string, filters: DemandFilters): Generator<ListedContact> {
	let after: string | undefined;
	do {
		const rows = pageOf(db, journeyId, filters, { after }, 500);
		yield* rows;
		after = rows.length === 500 ? rows.at(-1)?.id : undefined;
	} while (after !== undefined);
}
