import { can } from '#lib/domain/access/can.ts';
import { hasReports, reportsSeen } from '#lib/reports/listing.server.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	if (!hasReports(person)) notFound();
	const { db } = event.locals;
	const after = event.url.searchParams.get('after');
	return {
		council: can(person, 'see council report'),
		...reportsSeen(db, person, after),
		isFirstPage: after === null,
		crumbs: [{ href: '/', label: 'Home' }, { label: 'Reports' }]
	};
};
