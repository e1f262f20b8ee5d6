import { can } from '#lib/domain/access/can.ts';
import { notFound } from '#lib/server/guard.ts';
import { everything, nothing } from '../kept/sight.ts';
import type { ReportKind } from '../report-kind.ts';
import { annualReport } from './annual-report.server.ts';

/** Of the twelve months up to the last released one: kept by schedule, it is another year each time. */
export const annualKind: ReportKind = {
	label: 'Annual report',
	make: (db, person, _, today) => annualReport(db, person, today),
	keeping: {
		subject: (_, person, id) => {
			if (id || !can(person, 'see council report')) notFound();
			return { id: '', about: 'The council', serviceId: null, teamId: null, address: '/reports/annual', named: true };
		},
		inSight: (person) => (can(person, 'see council report') ? everything : nothing)
	}
};
