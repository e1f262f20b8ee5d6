import { calibrationById, raterTableById } from '#lib/domain/calibration/finding.server.ts';
import type { ReportKind } from '../report-kind.ts';
import { calibrationReport } from './calibration-report.server.ts';
import { raterTableReport } from './rater-table-report.server.ts';

/* Both are about the work of a few assessors, and read differently by each of them: they are not kept. */

export const calibrationKind: ReportKind = {
	label: 'Calibration',
	make: (db, person, id) => calibrationReport(db, person, calibrationById(db, id))
};

export const ratingsKind: ReportKind = { label: 'Table of ratings', make: (db, _, id) => raterTableReport(db, raterTableById(db, id)) };
