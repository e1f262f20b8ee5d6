import { tableCrumbs } from '#lib/domain/calibration/crumbs.ts';
import { raterTableSeen } from '#lib/domain/calibration/finding.server.ts';
import { raterTableReport } from '#lib/reports/calibration/rater-table-report.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const table = raterTableSeen(db, person, event.params.table);
	return { report: raterTableReport(db, table), address: `/calibrations/tables/${table.number}`, crumbs: tableCrumbs(table) };
};
