import type { Person } from '#lib/domain/access/person.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import type { Journey } from '#lib/domain/journeys/finding.server.ts';
import { done, type Outcome } from '#lib/domain/outcome.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database } from '#lib/server/database.ts';
import { refusedFinding } from './checking.server.ts';
import type { FindingDetails } from './details.ts';
import { findings } from './tables.ts';

/**
 * Writes down what a review found on its journey, or on a step of it. Refused as `refusedFinding` says. Who asks has been
 * let in to review the journey. DOMAIN section 3.
 */
export function addFinding(db: Database, person: Person, journey: Journey, details: FindingDetails): Outcome<{ id: string }> {
	return write(db, (tx) => {
		const refusal = refusedFinding(tx, journey, details);
		if (refusal) return refusal;
		const finding = { ...details, source: 'journey' as const, sourceId: journey.id, journeyId: journey.id };
		const { id } = tx
			.insert(findings)
			.values({ ...finding, foundBy: person.id, foundAt: now() })
			.returning({ id: findings.id })
			.get();
		record(tx, person, `found on journey ${journey.number}`, { kind: 'finding', id }, changesOf({}, finding));
		return done({ id });
	});
}
