import type { Person } from '#lib/domain/access/person.ts';
import type { Database } from '#lib/server/database.ts';
import { notFound } from '#lib/server/guard.ts';
import { comparisonReport } from './comparison-report.ts';
import { keptSeen, type KeptSeen } from './finding.server.ts';

/** A kept report beside another of the same, the earlier one first whichever was asked for; 404 for one of something else. */
export function comparisonSeen(db: Database, person: Person, kept: KeptSeen, number: string) {
	const other = keptSeen(db, person, number);
	if (other.kind !== kept.kind || other.thingId !== kept.thingId || other.number === kept.number) notFound();
	const [before, after] = other.number < kept.number ? [other, kept] : [kept, other];
	return { before, after, report: comparisonReport(before, after) };
}
