import { desc, eq, inArray, and, isNotNull } from 'drizzle-orm';
import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { assessments } from '#lib/domain/assessments/tables.ts';
import { cycles } from '#lib/domain/cycles/tables.ts';
import { frameworkVersions } from '#lib/domain/frameworks/tables.ts';
import type { Database } from '#lib/server/database.ts';

export type ServingService = {
	id: string;
	name: string;
	/** Whether the person sees its report at all. */
	seen: boolean;
	/** Null where nothing is agreed, or where the person does not see its report. */
	agreed: { level: number; award: string | null; framework: string; cycle: string; trend: string; href: string } | null;
};

/** How a level stands to the one agreed before it, in words; '' for the first. */
export const trendInWords = (level: number, before: number | null): string =>
	before === null
		? 'the first agreed'
		: level > before
			? `up from level ${before}`
			: level < before
				? `down from level ${before}`
				: `as before`;

/** These services with the award agreed last and how it moved, as far as the person sees its report. DOMAIN sections 1 and 6. */
export function servingServices(db: Database, person: Person, services: readonly { id: string; name: string }[]): ServingService[] {
	const seen = services.filter(({ id }) => can(person, 'see service report', { serviceId: id, status: 'agreed' })).map(({ id }) => id);
	const rows = seen.length ? agreedIn(db, seen) : [];
	return services.map(({ id, name }) => {
		const own = rows.filter(({ serviceId }) => serviceId === id);
		const last = own[0];
		const before = own.slice(1).find(({ framework }) => framework === last?.framework);
		if (!last || last.level === null) return { id, name, seen: seen.includes(id), agreed: null };
		const { level, award, cycle } = last;
		const trend = trendInWords(level, before?.level ?? null);
		return { id, name, seen: true, agreed: { level, award, framework: last.name, cycle, trend, href: `/reports/assessments/${last.id}` } };
	});
}

/** What staged frameworks gave these services, the last agreed first. */
const agreedIn = (db: Database, ids: readonly string[]) =>
	db
		.select({
			id: assessments.id,
			serviceId: assessments.serviceId,
			level: assessments.agreedLevel,
			award: assessments.agreedAward,
			framework: frameworkVersions.framework,
			name: frameworkVersions.name,
			cycle: cycles.name
		})
		.from(assessments)
		.innerJoin(frameworkVersions, eq(frameworkVersions.id, assessments.frameworkVersionId))
		.innerJoin(cycles, eq(cycles.id, assessments.cycleId))
		.where(
			and(
				inArray(assessments.serviceId, [...ids]),
				eq(assessments.status, 'agreed'),
				isNotNull(assessments.agreedLevel),
				eq(frameworkVersions.kind, 'staged')
			)
		)
		.orderBy(desc(assessments.agreedOn), desc(assessments.agreedAt))
		.all();
