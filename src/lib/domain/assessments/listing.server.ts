import { and, asc, desc, eq, inArray, isNull, or, type SQL } from 'drizzle-orm';
import { servicesWhere } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { frameworkOf } from '#lib/domain/frameworks/finding.server.ts';
import { frameworkVersions } from '#lib/domain/frameworks/tables.ts';
import { directorates, services } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import type { ListFilter } from './list-filter.ts';
import { beyond, keysOf, placeOf } from './listing-order.server.ts';
import { statuses, type Status } from './status.ts';
import { answers, assessments, handovers } from './tables.ts';
import { cycles } from '#lib/domain/cycles/tables.ts';
import { results } from '#lib/domain/results/tables.ts';

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
 * The assessments a person sees, a page at a time, in the order asked for: usually by service and then newest cycle first.
 * `next` is the place to go on from, null on the last page. DOMAIN sections 1 and 8.
 */
export function assessmentsListed(db: Database, person: Person, filter: Partial<ListFilter>, limit = 50) {
	const { status, cycleId, sort = 'service', order = 'ascending', after } = filter;
	const sight = inSight(person, status);
	if (sight === 'none') return { rows: [], next: null };
	const rows = listed(db, sort)
		.where(
			and(
				eq(assessments.serviceId, services.id),
				sight === 'all' ? undefined : sight,
				cycleId ? eq(assessments.cycleId, cycleId) : undefined,
				beyond(sort, order, after)
			)
		)
		.orderBy(...keysOf(sort, order))
		.limit(limit + 1)
		.all();
	const page = rows.slice(0, limit);
	const last = page.at(-1);
	return { rows: page, next: rows.length > limit && last ? placeOf(sort, last) : null };
}

/** A cross join keeps its first table outermost: the index of that table then gives the order, and only one page is read. */
function listed(db: Database, sort: ListFilter['sort']) {
	const selected = db.select({
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
	});
	const joined = sort === 'service' ? selected.from(services).crossJoin(assessments) : selected.from(assessments).crossJoin(services);
	return joined
		.innerJoin(cycles, eq(cycles.id, assessments.cycleId))
		.innerJoin(directorates, eq(directorates.id, services.directorateId))
		.innerJoin(frameworkVersions, eq(frameworkVersions.id, assessments.frameworkVersionId))
		.leftJoin(results, and(eq(results.assessmentId, assessments.id), eq(results.basis, 'evidenced')));
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
