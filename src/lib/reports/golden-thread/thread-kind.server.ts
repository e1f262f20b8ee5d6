import { sql } from 'drizzle-orm';
import { can } from '#lib/domain/access/can.ts';
import { measuresSeen } from '#lib/domain/measures/finding.server.ts';
import { notFound } from '#lib/server/guard.ts';
import { nobody } from '../kept/nobody.ts';
import { nothing } from '../kept/sight.ts';
import type { ReportKind } from '../report-kind.ts';
import { threadScope } from './scope.server.ts';
import { goldenThreadReport } from './thread-report.server.ts';

/** Somebody who reads what is published, and no more. */
const reader = { ...nobody, grants: [{ role: 'viewer' as const, serviceId: null, teamId: null }] };

/** `id` is the scope: '' for the council, 'service ID', 'team ID', or 'own', which is personal and so never kept. */
export const goldenThreadKind: ReportKind = {
	label: 'Golden thread',
	make: goldenThreadReport,
	keeping: {
		subject: (db, person, id) => {
			const scope = threadScope(db, person, id);
			if (scope.isOwn) notFound();
			const released = measuresSeen(db, person)?.releasedOnly ?? true;
			return {
				id,
				about: scope.name,
				serviceId: scope.serviceId,
				teamId: scope.teamId,
				address: `/reports/golden-thread${id && `?of=${encodeURIComponent(id)}`}`,
				named: scope.named && !released
			};
		},
		inSight: (person) => (can(person, 'see thread') ? sql`thing_id <> 'own'` : nothing),
		unnamed: (db, _, id, today) => goldenThreadReport(db, reader, id, today)
	}
};
