import type { Person } from '#lib/domain/access/person.ts';
import { cycleSeen } from '#lib/domain/cycles/finding.server.ts';
import type { Database } from '#lib/server/database.ts';
import { meetingById } from '#lib/domain/board/finding.server.ts';
import { boardPack } from './board/board-pack.server.ts';
import { minutesReport } from './board/minutes-report.server.ts';
import { calibrationById, raterTableById } from '#lib/domain/calibration/finding.server.ts';
import { calibrationReport } from './calibration/calibration-report.server.ts';
import { raterTableReport } from './calibration/rater-table-report.server.ts';
import { councilReport } from './council/council-report.server.ts';
import { reportableAssessmentSeen } from './finding.server.ts';
import { fileOf, type ReportFile } from './file.server.ts';
import type { ReportFormat } from './formats.ts';
import { reportableJourneySeen } from './journey/finding.server.ts';
import { journeyReport } from './journey/journey-report.server.ts';
import { staffSeen } from '#lib/domain/paf-sheets/staff-seen.server.ts';
import { councilSummary, serviceSummary, teamSummary } from './paf/summaries.server.ts';
import { sheetReport } from './paf/sheet-report.server.ts';
import { waveReport } from './mystery-shopping/wave-report.server.ts';
import { planReport } from './plan/plan-report.server.ts';
import { serviceReport } from './service/service-report.server.ts';

/**
 * Which report is wanted, for whom, as what. `id` is an assessment's, a cycle's, a journey's, a meeting's, a wave's, for a plan a
 * service's or null for all, for a monthly sheet the member of staff's and the month ('id 2026-10').
 */
export type Wanted = {
	report:
		| 'service'
		| 'council'
		| 'journey'
		| 'plan'
		| 'board pack'
		| 'minutes'
		| 'monthly sheet'
		| 'PAF team'
		| 'PAF service'
		| 'PAF council'
		| 'mystery shopping'
		| 'ratings'
		| 'calibration';
	id: string | null;
	person: Person;
	format: ReportFormat;
	table?: string | null;
	today: string;
};

/** Makes a report's file; what the worker does. The council's holds every service. */
export function makeFile(db: Database, { report, id, person, today, ...how }: Wanted): Promise<ReportFile | null> {
	const made = {
		service: () => serviceReport(db, person, reportableAssessmentSeen(db, person, id ?? ''), today),
		council: () => councilReport(db, person, cycleSeen(db, id ?? ''), 'all', today).report,
		journey: () => journeyReport(db, person, reportableJourneySeen(db, person, id ?? ''), today),
		plan: () => planReport(db, person, id, today),
		'board pack': () => boardPack(db, meetingById(db, id ?? ''), today),
		'monthly sheet': () => {
			const [staffId = '', month = ''] = (id ?? '').split(' ');
			return sheetReport(db, staffSeen(db, person, staffId), month);
		},
		'PAF team': () => teamSummary(db, person, id ?? '', today),
		'PAF service': () => serviceSummary(db, person, id ?? '', today),
		'PAF council': () => councilSummary(db, person, today),
		'mystery shopping': () => waveReport(db, person, id ?? ''),
		minutes: () => minutesReport(db, meetingById(db, id ?? ''), today),
		calibration: () => calibrationReport(db, person, calibrationById(db, id ?? '')),
		ratings: () => raterTableReport(db, raterTableById(db, id ?? ''))
	}[report]();
	return fileOf(db, made, { ...how, today });
}
