import { and, asc, count, desc, eq, exists, inArray, isNotNull, isNull, like, or, sql, type SQL } from 'drizzle-orm';
import { services, teams } from '#lib/domain/organisation/tables.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import type { Database } from '#lib/server/database.ts';
import { grantsInText } from './grant-in-words.ts';
import type { PeopleSort } from './people-words.ts';
import type { Role } from './person.ts';
import { grants, people } from './tables.ts';

export const peopleStates = ['active', 'invited', 'deactivated'] as const;
export type PeopleState = (typeof peopleStates)[number];

export type PeopleQuery = {
	/** Part of a name, an email address or a job title. */
	search?: string | undefined;
	role?: Role | undefined;
	serviceId?: string | undefined;
	/** 'invited': added, and no password chosen yet. */
	state?: PeopleState | undefined;
	sort?: PeopleSort;
	descending?: boolean;
	/** The id of the last person of the page before, or of the first of the page after. An id tells a stranger nothing. */
	after?: string | undefined;
	before?: string | undefined;
};

const pageSize = 50;
const sortedBy = { name: inAnyCase(people.name), email: sql<string>`${people.email}`, jobTitle: inAnyCase(people.jobTitle) };

const stateIs: Record<PeopleState, SQL | undefined> = {
	active: and(isNull(people.deactivatedAt), isNotNull(people.passwordHash)),
	invited: and(isNull(people.deactivatedAt), isNull(people.passwordHash)),
	deactivated: isNotNull(people.deactivatedAt)
};

function matching(db: Database, { search, role, serviceId, state }: PeopleQuery): SQL | undefined {
	const pattern = search && `%${search.replaceAll(/[%_]/g, ' ').trim()}%`;
	const held =
		role || serviceId
			? exists(
					db
						.select({ one: sql`1` })
						.from(grants)
						.where(
							and(
								eq(grants.personId, people.id),
								role ? eq(grants.role, role) : undefined,
								serviceId ? eq(grants.serviceId, serviceId) : undefined
							)
						)
				)
			: undefined;
	return and(
		pattern ? or(like(people.name, pattern), like(people.email, pattern), like(people.jobTitle, pattern)) : undefined,
		held,
		state ? stateIs[state] : undefined
	);
}

/** The rows beyond the one with this id, in the order of the list: a keyset, so that page 100 costs what page 1 does. */
function beyond(db: Database, query: PeopleQuery, id: string, up: boolean): SQL | undefined {
	const by = query.sort ?? 'name';
	const row = db.select({ value: people[by] }).from(people).where(eq(people.id, id)).get();
	if (!row) return undefined;
	return up ? sql`(${sortedBy[by]}, ${people.id}) > (${row.value}, ${id})` : sql`(${sortedBy[by]}, ${people.id}) < (${row.value}, ${id})`;
}

const columns = {
	id: people.id,
	name: people.name,
	email: people.email,
	jobTitle: people.jobTitle,
	deactivatedAt: people.deactivatedAt,
	hasPassword: sql<boolean>`${people.passwordHash} is not null`.mapWith(Boolean)
};

/** A page of 50 people with their roles in words, how many there are in all, and where the pages beside it begin. */
export function listPeople(db: Database, query: PeopleQuery) {
	const by = sortedBy[query.sort ?? 'name'];
	const backwards = query.before !== undefined;
	const up = (query.descending ?? false) === backwards;
	const filter = matching(db, query);
	const from = query.before ?? query.after;
	const found = db
		.select(columns)
		.from(people)
		.where(and(filter, from === undefined ? undefined : beyond(db, query, from, up)))
		.orderBy(up ? asc(by) : desc(by), up ? asc(people.id) : desc(people.id))
		.limit(pageSize + 1)
		.all();
	const rows = found.slice(0, pageSize);
	const more = found.length > pageSize;
	if (backwards) rows.reverse();
	return {
		rows: withRoles(db, rows),
		total: db.select({ n: count() }).from(people).where(filter).get()!.n,
		previous: (backwards ? more : query.after !== undefined) ? (rows[0]?.id ?? null) : null,
		next: (backwards ? rows.length > 0 : more) ? (rows.at(-1)?.id ?? null) : null
	};
}

/** Every person of the list, page by page, for exports. */
export function* everyPerson(db: Database, query: PeopleQuery) {
	let after: string | undefined;
	do {
		const page = listPeople(db, { ...query, before: undefined, after });
		yield* page.rows;
		after = page.next ?? undefined;
	} while (after !== undefined);
}

function withRoles<T extends { id: string }>(db: Database, rows: T[]): (T & { roles: string })[] {
	const held = db
		.select({ personId: grants.personId, role: grants.role, service: services.name, team: teams.name })
		.from(grants)
		.leftJoin(services, eq(services.id, grants.serviceId))
		.leftJoin(teams, eq(teams.id, grants.teamId))
		.where(
			inArray(
				grants.personId,
				rows.map(({ id }) => id)
			)
		)
		.orderBy(asc(grants.role), asc(services.name), asc(teams.name))
		.all();
	return rows.map((row) => ({ ...row, roles: grantsInText(held.filter(({ personId }) => personId === row.id)) }));
}
