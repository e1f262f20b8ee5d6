import { and, eq, isNull } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import type { Journey } from '#lib/domain/journeys/finding.server.ts';
import { done, type Outcome } from '#lib/domain/outcome.ts';
import { now } from '#lib/server/clock.ts';
import type { Database, Transaction } from '#lib/server/database.ts';
import { refusedFinding } from './checking.server.ts';
import { foundNowhere, type FindingDetails } from './details.ts';
import { findings } from './tables.ts';
import type { FindingSource } from './wording.ts';

/** What was found, by whatever found it. What is left out is not said: medium severity, no step, no principle. */
export type Proposed = Pick<FindingDetails, 'serviceId' | 'what'> &
	Partial<FindingDetails> & {
		source: FindingSource;
		/** What it was found in: the assessment, the journey, the wave, the month's results; none for what is added by hand. */
		sourceId?: string | null;
		/** What it came from, in words: 'Complaint 114, stage 2'. */
		cameFrom?: string;
		/** The journey it stands on, which must be open and cross the service. */
		journey?: Journey | null;
	};

/**
 * Writes down a finding: the one way in which anything finds something, inside the caller's transaction. Refused as
 * `refusedFinding` says. Who calls has made sure that the person may find this, and that it was not found here before
 * where that matters (`foundBefore`). Whoever sees the service reads it, so it names no member of staff. DOMAIN section 3.
 */
export function proposeFinding(tx: Transaction, person: Person, { journey = null, ...proposed }: Proposed): Outcome<{ id: string }> {
	const finding = { ...foundNowhere, sourceId: null, cameFrom: '', ...proposed, journeyId: journey?.id ?? null };
	// a gap's criterion is one of its assessment's own framework, which has just been read
	const refusal = finding.source === 'assessment' ? null : refusedFinding(tx, journey, finding);
	if (refusal) return refusal;
	const { id } = tx
		.insert(findings)
		.values({ ...finding, foundBy: person.id, foundAt: now() })
		.returning({ id: findings.id })
		.get();
	const said = { ...proposed, ...(journey && { journeyId: journey.id }) };
	record(tx, person, foundInWords(finding, journey), { kind: 'finding', id }, changesOf({}, said));
	return done({ id });
}

function foundInWords({ source, criterion }: { source: FindingSource; criterion: string | null }, journey: Journey | null): string {
	if (source === 'assessment') return `found the gap at ${criterion}`;
	return journey ? `found on journey ${journey.number}` : `wrote down a finding, source: ${source}`;
}

/** What stands that was found in the same thing, with the words of each: so that nothing is proposed twice. */
export const foundBefore = (db: Database, source: FindingSource, sourceId: string) =>
	db
		.select({ id: findings.id, what: findings.what, criterion: findings.criterion })
		.from(findings)
		.where(and(eq(findings.source, source), eq(findings.sourceId, sourceId), isNull(findings.withdrawnReason)))
		.all();
