import { sql } from 'drizzle-orm';
import { can, servicesWhere } from '#lib/domain/access/can.ts';
import { measuresSeen } from '#lib/domain/measures/finding.server.ts';
import { notFound } from '#lib/server/guard.ts';
import { publicReader } from '../annual/reader.ts';
import { ofServices } from '../kept/sight.ts';
import type { ReportKind } from '../report-kind.ts';
import { threadScope } from './scope.server.ts';
import { goldenThreadReport } from './thread-report.server.ts';

/**
 * `id` is the scope: '' for the council, 'service ID', 'team ID', or 'own', which is personal and so never kept. A kept one holds every
 * figure that is published, of measures, shopping and performance assessment: it is for who reads all of these live, over the council or
 * that service. Others who see the thread read it live, with what they see.
 */
export const goldenThreadKind: ReportKind = {
	label: 'Golden thread',
	make: goldenThreadReport,
	keeping: {
		subject: (db, person, id) => {
			const scope = threadScope(db, person, id);
			const { name, serviceId, teamId, isOwn, named } = scope;
			const reads = can(person, 'see council report') || (!!serviceId && can(person, 'see actions', { serviceId }));
			if (isOwn || !reads) notFound();
			const released = measuresSeen(db, person)?.releasedOnly ?? true;
			const address = `/reports/golden-thread${id && `?of=${encodeURIComponent(id)}`}`;
			return { id, about: name, serviceId, teamId, address, named: named && !released };
		},
		inSight: (person) =>
			can(person, 'see council report')
				? sql`thing_id <> 'own'`
				: sql`(thing_id <> 'own' and ${ofServices(servicesWhere(person, 'see actions'))})`,
		unnamed: (db, _, id, today) => goldenThreadReport(db, publicReader, id, today)
	}
};
