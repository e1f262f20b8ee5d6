import { can } from '#lib/domain/access/can.ts';
import { thingOf } from '#lib/domain/journeys/finding.server.ts';
import { reportableJourneySeen } from '#lib/reports/journey/finding.server.ts';
import { journeyReport } from '#lib/reports/journey/journey-report.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { keepable } from '#lib/reports/kept/subject.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const journey = reportableJourneySeen(db, person, event.params.journey);
	return {
		report: journeyReport(db, person, journey, today),
		address: `/reports/journeys/${journey.id}`,
		keep: keepable(db, person, 'journey', journey.id),
		review: can(person, 'see journey', thingOf(journey)) ? `/journeys/${journey.id}` : null,
		crumbs: [{ href: '/', label: 'Home' }, { href: '/reports', label: 'Reports' }, { label: journey.name }]
	};
};
