import { and, asc, desc, eq, gt, gte, lt, lte, or, sql, type SQL } from 'drizzle-orm';
import { cycles } from '#lib/domain/cycles/tables.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import type { ListFilter } from './list-filter.ts';
import { assessments, rankOfLevel, rankOfStatus } from './tables.ts';

type Sort = ListFilter['sort'];
type Order = ListFilter['order'];

/** What the assessments alone are sorted by, each with an index; the id last, so that no two stand alike. */
const ownKeys = {
	due: [assessments.dueOn, assessments.id],
	status: [rankOfStatus(assessments.status), assessments.dueOn, assessments.id],
	level: [rankOfLevel(assessments.agreedLevel), assessments.dueOn, assessments.id]
} as const;

/** The order of the list. By service either way the newest cycle of each comes first. */
export function keysOf(sort: Sort, order: Order): SQL[] {
	const turned = order === 'ascending' ? asc : desc;
	if (sort === 'service') return [turned(inAnyCase(services.name)), desc(cycles.startsOn), asc(assessments.id)];
	return ownKeys[sort].map((key) => turned(key));
}

/** A place in the list: the row after which a page goes on. */
export const placeOf = (sort: Sort, row: { service: string; startsOn: string; id: string }): string =>
	JSON.stringify(sort === 'service' ? [row.service, row.startsOn, row.id] : [row.id]);

/** What comes after a place; an address that holds something else begins at the top. */
export function beyond(sort: Sort, order: Order, after: string | undefined): SQL | undefined {
	const up = order === 'ascending';
	const place = readPlace(after);
	if (sort === 'service') return beyondService(place, up);
	const [id] = place;
	if (!id || place.length > 1) return undefined;
	const keys = sql.join([...ownKeys[sort]], sql`, `);
	const there = sql`(select ${keys} from ${assessments} where ${assessments.id} = ${id})`;
	return up ? sql`(${keys}) > ${there}` : sql`(${keys}) < ${there}`;
}

function beyondService([service, startsOn, id]: string[], up: boolean): SQL | undefined {
	if (!service || !startsOn || !id) return undefined;
	const name = inAnyCase(services.name);
	const later = or(lt(cycles.startsOn, startsOn), and(eq(cycles.startsOn, startsOn), gt(assessments.id, id)));
	return up ? and(gte(name, service), or(gt(name, service), later)) : and(lte(name, service), or(lt(name, service), later));
}

function readPlace(after: string | undefined): string[] {
	try {
		const place: unknown = JSON.parse(after ?? '[]');
		return Array.isArray(place) ? place.map(String) : [];
	} catch {
		return [];
	}
}
