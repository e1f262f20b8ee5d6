import { and, asc, eq, inArray, ne } from 'drizzle-orm';
import { assessments } from '#lib/domain/assessments/tables.ts';
import { cycles } from '#lib/domain/cycles/tables.ts';
import { results } from '#lib/domain/results/tables.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { changesBetween, type Change } from './comparing.ts';
import { frameworkOf } from './finding.server.ts';
import type { StoredVersion } from './seeing.server.ts';
import { frameworkVersions } from './tables.ts';
import { compareVersions } from '../versions/version-numbers.ts';

/** As many as are moved at one go, so that nobody else waits for long. */
export const mostMoved = 100;

/** The older versions of a framework, as assessments may be moved from them, the newest first. */
export const olderVersions = (db: Database, target: Pick<StoredVersion, 'id' | 'framework' | 'number'>) =>
	db
		.select({ id: frameworkVersions.id, number: frameworkVersions.number })
		.from(frameworkVersions)
		.where(
			and(eq(frameworkVersions.framework, target.framework), ne(frameworkVersions.id, target.id), ne(frameworkVersions.state, 'draft'))
		)
		.all()
		.filter(({ number }) => compareVersions(number, target.number) < 0)
		.sort((a, b) => compareVersions(b.number, a.number));

/**
 * The open assessments on older versions that may be moved to this one (in draft, or with changes requested), at most
 * `mostMoved`, and for each older version what is different in this one.
 */
export function movingChoices(db: Database, target: StoredVersion) {
	const older = olderVersions(db, target);
	const numbers = new Map(older.map(({ id, number }) => [id, number]));
	const rows = db
		.select({
			id: assessments.id,
			service: services.name,
			cycle: cycles.name,
			from: assessments.frameworkVersionId,
			answered: results.answered,
			total: results.total
		})
		.from(assessments)
		.innerJoin(services, eq(services.id, assessments.serviceId))
		.innerJoin(cycles, eq(cycles.id, assessments.cycleId))
		.leftJoin(results, and(eq(results.assessmentId, assessments.id), eq(results.basis, 'claimed')))
		.where(
			and(
				inArray(
					assessments.frameworkVersionId,
					older.map(({ id }) => id)
				),
				inArray(assessments.status, ['draft', 'changes requested'])
			)
		)
		.orderBy(asc(services.name), asc(cycles.name))
		.limit(mostMoved + 1)
		.all();
	const used = new Set(rows.map(({ from }) => from));
	return {
		assessments: rows.slice(0, mostMoved).map((row) => ({ ...row, number: numbers.get(row.from) ?? '' })),
		more: rows.length > mostMoved,
		versions: older
			.filter(({ id }) => used.has(id))
			.map((version) => ({ ...version, changes: changesBetween(frameworkOf(db, version.id), target.document) satisfies Change[] }))
	};
}
