import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { servicesOf, type Person } from '#lib/domain/access/person.ts';
import { actions } from '#lib/domain/actions/tables.ts';
import { assessments } from '#lib/domain/assessments/tables.ts';
import { cycles } from '#lib/domain/cycles/tables.ts';
import { results } from '#lib/domain/results/tables.ts';
import { workingDaysBetween } from '#lib/domain/calendar/working-days.ts';
import { councilLimits } from '#lib/domain/evidence/council-limits.server.ts';
import { warnedUntil } from '#lib/domain/evidence/currency.ts';
import { evidence } from '#lib/domain/evidence/tables.ts';
import { frameworkOf } from '#lib/domain/frameworks/finding.server.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import type { Database } from '#lib/server/database.ts';

/** One of a service manager's services: what was agreed last, how the newest assessment stands, and what is running out or late. */
export type MyService = {
	id: string;
	name: string;
	agreed: { level: number | null; award: string | null; levelName: string | null } | null;
	newest: {
		id: string;
		cycle: string;
		status: (typeof assessments.$inferSelect)['status'];
		answered: number;
		total: number;
		dueOn: string;
		agreedOn: string | null;
		/** Working days to the due date, negative when it is past; null in a cycle that is closed. */
		daysLeft: number | null;
	} | null;
	evidence: { total: number; runningOut: number; first: string | null };
	actions: { open: number; late: number };
};

/** The services a person manages, by name. Four queries, however many there are. */
export function myServices(db: Database, person: Person, today: string): MyService[] {
	const managed = servicesOf(person, 'service manager');
	if (managed === 'all' || !managed.length) return [];
	const open = db
		.select({ id: services.id, name: services.name })
		.from(services)
		.where(and(inArray(services.id, managed), isNull(services.closedOn)))
		.orderBy(asc(inAnyCase(services.name)))
		.all();
	const made = assessmentsOf(db, managed);
	const kept = evidenceOf(db, managed, today);
	const planned = actionsOf(db, managed, today);
	return open.map(({ id, name }) => {
		const [newest] = made.filter(({ serviceId }) => serviceId === id);
		const agreed = made.find(({ serviceId, status }) => serviceId === id && status === 'agreed');
		return {
			id,
			name,
			agreed: agreed ? { level: agreed.agreedLevel, award: agreed.agreedAward, levelName: levelName(db, agreed) } : null,
			newest: newest
				? {
						id: newest.id,
						cycle: newest.cycle,
						status: newest.status,
						answered: newest.answered ?? 0,
						total: newest.total ?? 0,
						dueOn: newest.dueOn,
						agreedOn: newest.agreedOn,
						daysLeft: newest.closedAt === null ? workingDaysBetween(today, newest.dueOn) : null
					}
				: null,
			evidence: kept.get(id) ?? { total: 0, runningOut: 0, first: null },
			actions: planned.get(id) ?? { open: 0, late: 0 }
		};
	});
}

const assessmentsOf = (db: Database, managed: string[]) =>
	db
		.select({
			id: assessments.id,
			serviceId: assessments.serviceId,
			cycle: cycles.name,
			status: assessments.status,
			dueOn: assessments.dueOn,
			closedAt: cycles.closedAt,
			agreedOn: assessments.agreedOn,
			agreedLevel: assessments.agreedLevel,
			agreedAward: assessments.agreedAward,
			frameworkVersionId: assessments.frameworkVersionId,
			answered: results.answered,
			total: results.total
		})
		.from(assessments)
		.innerJoin(cycles, eq(cycles.id, assessments.cycleId))
		.leftJoin(results, and(eq(results.assessmentId, assessments.id), eq(results.basis, 'claimed')))
		.where(inArray(assessments.serviceId, managed))
		.orderBy(desc(cycles.startsOn), desc(cycles.id))
		.limit(500)
		.all();

const levelName = (db: Database, { agreedLevel, frameworkVersionId }: { agreedLevel: number | null; frameworkVersionId: string }) =>
	frameworkOf(db, frameworkVersionId).levels?.find(({ number }) => number === agreedLevel)?.name ?? null;

function evidenceOf(db: Database, managed: string[], today: string): Map<string, MyService['evidence']> {
	const until = warnedUntil(today, councilLimits(db).warningDays);
	const isRunningOut = sql`${evidence.effectiveTo} between ${today} and ${until}`;
	const rows = db
		.select({
			id: evidence.serviceId,
			total: sql<number>`count(*)`,
			runningOut: sql<number>`count(*) filter (where ${isRunningOut})`,
			first: sql<string | null>`min(${evidence.effectiveTo}) filter (where ${isRunningOut})`
		})
		.from(evidence)
		.where(and(inArray(evidence.serviceId, managed), isNull(evidence.withdrawnAt)))
		.groupBy(evidence.serviceId)
		.all();
	return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}

function actionsOf(db: Database, managed: string[], today: string): Map<string, MyService['actions']> {
	const rows = db
		.select({
			id: actions.serviceId,
			open: sql<number>`count(*)`,
			late: sql<number>`count(*) filter (where ${actions.dueOn} < ${today})`
		})
		.from(actions)
		.where(and(inArray(actions.serviceId, managed), inArray(actions.status, ['not started', 'on track', 'at risk'])))
		.groupBy(actions.serviceId)
		.all();
	return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}
