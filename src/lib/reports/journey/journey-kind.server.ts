import { sql } from 'drizzle-orm';
import { can } from '#lib/domain/access/can.ts';
import { thingOf } from '#lib/domain/journeys/finding.server.ts';
import { nobody } from '../kept/nobody.ts';
import type { ReportKind } from '../report-kind.ts';
import { journeyReport } from './journey-report.server.ts';
import { reportableJourneySeen, reportableJourneys } from './finding.server.ts';

export const journeyKind: ReportKind = {
	label: 'Journey review',
	make: (db, person, id, today) => journeyReport(db, person, reportableJourneySeen(db, person, id), today),
	keeping: {
		subject: (db, person, id) => {
			const journey = reportableJourneySeen(db, person, id);
			return {
				id,
				about: journey.name,
				serviceId: journey.serviceId,
				teamId: null,
				address: `/reports/journeys/${id}`,
				// what was kept by somebody who sees all evidence names pieces that others may not see
				named: can(person, 'see journey', thingOf(journey)) && can(person, 'see evidence')
			};
		},
		inSight: (person) => sql`thing_id in (select id from journey where ${reportableJourneys(person)})`,
		unnamed: (db, person, id, today) => journeyReport(db, nobody, reportableJourneySeen(db, person, id), today)
	}
};
