import type { Person } from '#lib/domain/access/person.ts';
import type { Database } from '#lib/server/database.ts';
import { fileOf, type ReportFile } from '../file.server.ts';
import type { ReportFormat } from '../formats.ts';
import { comparisonSeen } from './comparison.server.ts';
import { keptSeen } from './finding.server.ts';

/** A kept report by its number, or with `against` its comparison with another of the same, as what, for whom. */
export type WantedKept = { number: string; against: string | null; person: Person; format: ReportFormat; table: string | null };

/** The file of a kept report, named with the day it was kept; null where it has no such table. 404 where the person may not read it. For the worker. */
export function fileOfKept(db: Database, { number, against, person, ...how }: WantedKept): Promise<ReportFile | null> {
	const kept = keptSeen(db, person, number);
	const report = against === null ? kept.report : comparisonSeen(db, person, kept, against).report;
	return fileOf(db, report, { ...how, today: kept.keptOn });
}
