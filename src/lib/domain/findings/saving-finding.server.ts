import { and, eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { frameworkOf } from '#lib/domain/frameworks/finding.server.ts';
import { mapSteps } from '#lib/domain/maps/tables.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { staleSave } from '#lib/domain/stale.server.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import { refusedFinding, refusedService } from './checking.server.ts';
import { findingLabels, whyFields, type FindingDetails, type HandDetails } from './details.ts';
import type { FindingRow, FindingSeen } from './finding.server.ts';
import { findings } from './tables.ts';
import { onJourney, sourceWords, type FindingSource } from './wording.ts';

/**
 * Changes what is written down about a finding; of one added by hand also its source. Refused for a service the person
 * does not work for, as `refusedFinding` says and where it was withdrawn; stale, with both texts, where
 * somebody saved since. Saving what stands changes nothing. DOMAIN sections 3 and 8.
 */
export function saveFinding(
	db: Database,
	person: Person,
	finding: FindingSeen,
	{ version, ...details }: (FindingDetails | HandDetails) & { version: number }
): Outcome<{ version: number }> {
	return write(db, (tx) => {
		const row = tx.select().from(findings).where(eq(findings.id, finding.id)).get();
		if (!row) throw new Error(`There is no finding ${finding.id}`);
		if (row.withdrawnReason) return refused('withdrawn', 'This finding was withdrawn, so it stands as it is');
		const moved = !finding.journey && details.serviceId !== row.serviceId;
		const refusal = (moved && refusedService(person, details.serviceId)) || refusedFinding(tx, finding.journey, details, row);
		if (refusal) return refusal;
		if (row.version !== version)
			return staleSave(
				tx,
				{ kind: 'finding', id: row.id },
				{ ...inWords(tx, row), version: row.version },
				inWords(tx, details),
				findingLabels
			);
		const change = changesOf<FindingRow>(row, details);
		if (!Object.keys(change).length) return done({ version });
		tx.update(findings)
			.set({ ...details, version: version + 1 })
			.where(and(eq(findings.id, row.id), eq(findings.version, version)))
			.run();
		record(tx, person, `changed a finding${onJourney(finding)}`, { kind: 'finding', id: row.id }, change);
		return done({ version: version + 1 });
	});
}

/** The fields as people read them, for two texts side by side. */
function inWords(
	tx: Transaction,
	{ whys, serviceId, stepId, frameworkVersionId, criterion, ...details }: FindingDetails & { source?: FindingSource; cameFrom?: string }
) {
	const service = tx.select({ name: services.name }).from(services).where(eq(services.id, serviceId)).get()?.name ?? '';
	const step = stepId
		? (tx.select({ does: mapSteps.does }).from(mapSteps).where(eq(mapSteps.id, stepId)).get()?.does ?? 'A step that has gone')
		: 'The whole journey';
	const named = frameworkVersionId ? `${criterion} (${frameworkOf(tx, frameworkVersionId).name})` : '';
	const source = details.source ? { source: sourceWords[details.source] } : {};
	return { ...details, ...source, serviceId: service, stepId: step, principle: named, ...whyFields(whys) };
}
