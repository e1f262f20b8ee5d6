import type { Person } from '#lib/domain/access/person.ts';
import { cycleSeen } from '#lib/domain/cycles/finding.server.ts';
import { assessmentSeen } from '#lib/domain/assessments/finding.server.ts';
import type { Database } from '#lib/server/database.ts';
import { councilReport } from './council/council-report.server.ts';
import { fileOf, type ReportFile } from './file.server.ts';
import type { ReportFormat } from './formats.ts';
import { serviceReport } from './service/service-report.server.ts';

/** Which report is wanted, for whom, as what. `id` is an assessment's or a cycle's. */
export type Wanted = {
	report: 'service' | 'council';
	id: string;
	person: Person;
	format: ReportFormat;
	table?: string | null;
	today: string;
};

/** Makes a report's file; what the worker does. The council's holds every service. */
export function makeFile(db: Database, { report, id, person, today, ...how }: Wanted): Promise<ReportFile | null> {
	const made =
		report === 'service'
			? serviceReport(db, person, assessmentSeen(db, person, id), today)
			: councilReport(db, person, cycleSeen(db, id), 'all', today).report;
	return fileOf(db, made, { ...how, today });
}
