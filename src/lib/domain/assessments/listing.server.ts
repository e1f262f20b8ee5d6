import { and, asc, desc, eq, gt, gte, inArray, isNull, lt, or, type SQL } from 'drizzle-orm';
import { servicesWhere } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { frameworkOf } from '#lib/domain/frameworks/finding.server.ts';
import { frameworkVersions } from '#lib/domain/frameworks/tables.ts';
import { directorates, services } from '#lib/domain/organisation/tables.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import type { Database } from '#lib/server/database.ts';
import { statuses, type Status } from './status.ts';
import { answers, assessments, handovers } from './tables.ts';
import { cycles } from '#lib/domain/cycles/tables.ts';
import { results } from '#lib/domain/results/tables.ts';

export type ListFilter = { status?: Status | undefined; cycleId?: string | undefined; after?: string | undefined };

/** A place in the list: the row after which a page goes on. */
const placeOf = (row: { service: string; startsOn: string; id: string }) => JSON.stringify([row.service, row.startsOn, row.id]);

/** Which assessments a person sees: for each status the services their grants cover. */
function inSight(person: Person, wanted: Status | undefined): SQL | 'all' | 'none' {
	const bySight = new Map<string, { services: 'all' | string[]; statuses: Status[] }>();
	for (const status of wanted ? [wanted] : statuses) {
		const seen = servicesWhere(person, 'see assessment', { status });
		const same = JSON.stringify(seen);
		bySight.set(same, { services: seen, statuses: [...(bySight.get(same)?.statuses ?? []), status] });
	}
	const parts = [...bySight.values()].filter(({ services: ids }) => ids === 'all' || ids.length);
	if (!parts.length) return 'none';
	if (!wanted && parts[0]?.services === 'all' && parts[0].statuses.length === statuses.length) return 'all';
	const conditions = parts.map(({ services: ids, statuses: of }) =>
		and(ids === 'all' ? undefined : inArray(services.id, ids), inArray(assessments.status, of))
	);
	return or(...conditions) ?? 'none';
}

/**
 * The assessments a person sees, by service and then newest cycle first, a page at a time. `next` is the place to go on
 * from, null on the last page. DOMAIN sections 1 and 8.
 */
export function assessmentsListed(db: Database, person: Person, { status, cycleId, after }: ListFilter, limit = 50) {
	const sight = inSight(person, status);
	if (sight === 'none') return { rows: [], next: null };
	const rows = db
		.select({
			id: assessments.id,
			service: services.name,
			directorate: directorates.name,
			cycle: cycles.name,
			startsOn: cycles.startsOn,
			framework: frameworkVersions.name,
			status: assessments.status,
			dueOn: assessments.dueOn,
			closedAt: cycles.closedAt,
			agreedLevel: assessments.agreedLevel,
			agreedAward: assessments.agreedAward,
			answered: results.answered,
			total: results.total,
			level: results.level,
			award: results.award
		})
		.from(services)
		// a cross join keeps services outermost: their index by name then gives the order, and only one page is read
		.crossJoin(assessments)
		.innerJoin(cycles, eq(cycles.id, assessments.cycleId))
		.innerJoin(directorates, eq(directorates.id, services.directorateId))
		.innerJoin(frameworkVersions, eq(frameworkVersions.id, assessments.frameworkVersionId))
		.leftJoin(results, and(eq(results.assessmentId, assessments.id), eq(results.basis, 'evidenced')))
		.where(
			and(
				eq(assessments.serviceId, services.id),
				sight === 'all' ? undefined : sight,
				cycleId ? eq(assessments.cycleId, cycleId) : undefined,
				goingOn(after)
			)
		)
		.orderBy(asc(inAnyCase(services.name)), desc(cycles.startsOn), asc(assessments.id))
		.limit(limit + 1)
		.all();
	const page = rows.slice(0, limit);
	const last = page.at(-1);
	return { rows: page, next: rows.length > limit && last ? placeOf(last) : null };
}

/** What comes after a place; an address that holds something else begins at the top. */
function goingOn(after: string | undefined): SQL | undefined {
	const [service, startsOn, id] = readPlace(after);
	if (!service || !startsOn || !id) return undefined;
	const later = or(lt(cycles.startsOn, startsOn), and(eq(cycles.startsOn, startsOn), gt(assessments.id, id)));
	return and(gte(inAnyCase(services.name), service), or(gt(inAnyCase(services.name), service), later));
}

function readPlace(after: string | undefined): string[] {
	try {
		const place: unknown = JSON.parse(after ?? '[]');
		return Array.isArray(place) ? place.map(String) : [];
	} catch {
		return [];
	}
}

/** The cycles an assessment can belong to, newest first, for the filter of the list. */
export const cyclesListed = (db: Database) =>
	db.select({ id: cycles.id, name: cycles.name }).from(cycles).orderBy(desc(cycles.startsOn)).limit(50).all();

/** What colleagues have handed to a person and they have not given back, by service and criterion. */
export function handedTo(db: Database, person: Person, assessmentId?: string) {
	return db
		.select({
			assessmentId: assessments.id,
			criterion: handovers.criterion,
			note: handovers.note,
			handedAt: handovers.handedAt,
			service: services.name,
			cycle: cycles.name,
			dueOn: assessments.dueOn,
			status: assessments.status,
			rating: answers.rating,
			frameworkVersionId: assessments.frameworkVersionId
		})
		.from(handovers)
		.innerJoin(assessments, eq(assessments.id, handovers.assessmentId))
		.innerJoin(services, eq(services.id, assessments.serviceId))
		.innerJoin(cycles, eq(cycles.id, assessments.cycleId))
		.innerJoin(answers, and(eq(answers.assessmentId, handovers.assessmentId), eq(answers.criterion, handovers.criterion)))
		.where(
			and(
				eq(handovers.personId, person.id),
				isNull(handovers.returnedAt),
				assessmentId ? eq(handovers.assessmentId, assessmentId) : undefined
			)
		)
		.orderBy(asc(services.name))
		.limit(200)
		.all()
		.map((row) => {
			const criteria = frameworkOf(db, row.frameworkVersionId).criteria;
			const place = criteria.findIndex(({ number }) => number === row.criterion);
			return { ...row, title: criteria[place]?.title ?? '', place };
		})
		.sort((a, b) => a.service.localeCompare(b.service) || a.place - b.place);
}
