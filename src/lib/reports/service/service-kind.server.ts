import { sql } from 'drizzle-orm';
import { can, servicesWhere } from '#lib/domain/access/can.ts';
import { statuses } from '#lib/domain/assessments/status.ts';
import { reportableAssessmentSeen } from '../finding.server.ts';
import { nobody } from '../kept/nobody.ts';
import { ofServices } from '../kept/sight.ts';
import type { ReportKind } from '../report-kind.ts';
import { serviceReport } from './service-report.server.ts';

export const serviceKind: ReportKind = {
	label: 'Assessment of a service',
	make: (db, person, id, today) => serviceReport(db, person, reportableAssessmentSeen(db, person, id), today),
	keeping: {
		subject: (db, person, id) => {
			const { service, cycle } = reportableAssessmentSeen(db, person, id);
			return {
				id,
				about: `${service.name}, ${cycle.name}`,
				serviceId: service.id,
				teamId: null,
				address: `/reports/assessments/${id}`,
				named: can(person, 'see actions', { serviceId: service.id })
			};
		},
		inSight: (person) => {
			const over = (status: string) => ofServices(servicesWhere(person, 'see service report', { status }));
			const standing = statuses.map((status) => sql`when ${status} then ${over(status)}`);
			return sql`(select case status ${sql.join(standing, sql` `)} else 0 end from assessment where id = thing_id)`;
		},
		unnamed: (db, person, id, today) => serviceReport(db, nobody, reportableAssessmentSeen(db, person, id), today)
	}
};
