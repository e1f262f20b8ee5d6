import { and, asc, eq, inArray } from 'drizzle-orm';
import { frameworkVersions } from '#lib/domain/frameworks/tables.ts';
import type { Transaction } from '#lib/server/database.ts';
import { assessments } from '#lib/domain/assessments/tables.ts';

/** Every version of the framework that a version belongs to: a baseline holds across them. */
const versionsWith = (tx: Transaction, frameworkVersionId: string) => {
	const same = tx
		.select({ framework: frameworkVersions.framework })
		.from(frameworkVersions)
		.where(eq(frameworkVersions.id, frameworkVersionId));
	return tx.select({ id: frameworkVersions.id }).from(frameworkVersions).where(inArray(frameworkVersions.framework, same));
};

/** The baseline of a service on a framework: its first agreed assessment, kept as such when it is reopened. DOMAIN section 2.3. */
export const baselineOf = (tx: Transaction, serviceId: string, frameworkVersionId: string) =>
	tx
		.select({
			id: assessments.id,
			level: assessments.agreedLevel,
			award: assessments.agreedAward,
			index: assessments.agreedIndex
		})
		.from(assessments)
		.where(
			and(
				eq(assessments.serviceId, serviceId),
				eq(assessments.isBaseline, true),
				inArray(assessments.frameworkVersionId, versionsWith(tx, frameworkVersionId))
			)
		)
		.orderBy(asc(assessments.agreedOn))
		.limit(1)
		.get();

/**
 * Writes what the baseline came to beside every assessment of the service on that framework: call it where a result
 * is agreed, overridden or reopened. While the baseline itself is reopened there is nothing to measure from.
 */
export function keepBaseline(tx: Transaction, serviceId: string, frameworkVersionId: string): void {
	const baseline = baselineOf(tx, serviceId, frameworkVersionId);
	tx.update(assessments)
		.set({
			baselineLevel: baseline?.level ?? null,
			baselineAward: baseline?.award ?? null,
			baselineIndex: baseline?.index ?? null
		})
		.where(and(eq(assessments.serviceId, serviceId), inArray(assessments.frameworkVersionId, versionsWith(tx, frameworkVersionId))))
		.run();
}
