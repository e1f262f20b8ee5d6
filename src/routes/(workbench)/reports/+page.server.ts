import { can, servicesWhere } from '#lib/domain/access/can.ts';
import { measuresSeen } from '#lib/domain/measures/finding.server.ts';
import { journeyReportsSeen } from '#lib/reports/journey/finding.server.ts';
import { scoredContactReports } from '#lib/reports/listing-scored-contacts.server.ts';
import { hasReports, hasServiceReports, reportsSeen } from '#lib/reports/listing.server.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	if (!hasReports(person)) notFound();
	const { db } = event.locals;
	const after = event.url.searchParams.get('after');
	const journeysAfter = event.url.searchParams.get('journeys') ?? '';
	const number = /^\d{1,9}$/.test(journeysAfter) ? Number(journeysAfter) : null;
	return {
		ofServices: hasServiceReports(person),
		scored: scoredContactReports(db, person),
		council: can(person, 'see council report'),
		complaints: servicesWhere(person, 'see feedback report').length > 0,
		measures: measuresSeen(db, person) !== null,
		...reportsSeen(db, person, after),
		isFirstPage: after === null,
		journeys: journeyReportsSeen(db, person, number),
		isFirstOfJourneys: number === null,
		crumbs: [{ href: '/', label: 'Home' }, { label: 'Reports' }]
	};
};
