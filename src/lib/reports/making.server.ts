import type { Person } from '#lib/domain/access/person.ts';
import type { Database } from '#lib/server/database.ts';
import type { Report } from './description.ts';
import { fileOf, type ReportFile } from './file.server.ts';
import type { ReportFormat } from './formats.ts';
import { reportKinds, type ReportKindName } from './report-kinds.server.ts';

/**
 * Which report is wanted, for whom, as what. `id` is an assessment's, a cycle's, a journey's, a meeting's, a wave's, for a plan a
 * service's or null for all, for a monthly sheet the member of staff's and the month ('id 2026-10').
 */
export type Wanted = {
	report: ReportKindName;
	id: string | null;
	person: Person;
	format: ReportFormat;
	table?: string | null;
	today: string;
};

export type WantedToRead = Pick<Wanted, 'report' | 'id' | 'person' | 'today'>;

/** Makes a report for a page, where that is too much work for the request; the worker's answer is plain data. */
export const describeReport = (db: Database, { report, id, person, today }: WantedToRead): Report =>
	reportKinds[report].make(db, person, id ?? '', today);

/** Makes a report's file; what the worker does. The council's holds every service. */
export const makeFile = (db: Database, { report, id, person, today, ...how }: Wanted): Promise<ReportFile | null> =>
	fileOf(db, describeReport(db, { report, id, person, today }), { ...how, today });
