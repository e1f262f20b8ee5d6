import { isMonth, showMonth } from '#lib/domain/paf/month.ts';
import { notFound } from '#lib/server/guard.ts';
import { everything, nothing } from '../kept/sight.ts';
import type { ReportKind } from '../report-kind.ts';
import { complaintsReport, seesWholeReport } from './complaints-report.server.ts';
import { monthToReport } from './months.ts';

/**
 * `id` is the month, '2026-10', or empty for the last one that is over: kept by schedule, it is another month each time. Only the
 * council's is kept: a manager's is of other services for each.
 */
export const complaintsKind: ReportKind = {
	label: 'Complaints of a month',
	make: (db, person, id, today) => complaintsReport(db, person, id || monthToReport(null, today), today),
	keeping: {
		subject: (_, person, id) => {
			if (!seesWholeReport(person)) notFound();
			const address = `/reports/complaints${id && `?month=${id}`}`;
			if (id && !isMonth(id)) notFound();
			return {
				id,
				about: id ? `The council, ${showMonth(id)}` : 'The council, the last month',
				serviceId: null,
				teamId: null,
				address,
				named: true
			};
		},
		inSight: (person) => (seesWholeReport(person) ? everything : nothing)
	}
};
