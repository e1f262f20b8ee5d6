import { can } from '#lib/domain/access/can.ts';
import { cycleSeen } from '#lib/domain/cycles/finding.server.ts';
import { notFound } from '#lib/server/guard.ts';
import { everything, nothing } from '../kept/sight.ts';
import { nobody } from '../kept/nobody.ts';
import type { ReportKind } from '../report-kind.ts';
import { councilReport } from './council-report.server.ts';

export const councilKind: ReportKind = {
	label: 'The council in a cycle',
	make: (db, person, id, today) => councilReport(db, person, cycleSeen(db, id), 'all', today).report,
	keeping: {
		subject: (db, person, id) => {
			if (!can(person, 'see council report')) notFound();
			const { name } = cycleSeen(db, id);
			return {
				id,
				about: `The council, ${name}`,
				serviceId: null,
				teamId: null,
				address: `/reports/council?cycle=${id}`,
				named: can(person, 'see actions')
			};
		},
		inSight: (person) => (can(person, 'see council report') ? everything : nothing),
		unnamed: (db, _, id, today) => councilReport(db, nobody, cycleSeen(db, id), 'all', today).report
	}
};
