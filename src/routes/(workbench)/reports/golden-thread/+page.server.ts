import { servicesOnThread } from '#lib/domain/golden-thread/outline-page.server.ts';
import { goldenThreadReport } from '#lib/reports/golden-thread/thread-report.server.ts';
import { threadScope } from '#lib/reports/golden-thread/scope.server.ts';
import { hasReports } from '#lib/reports/listing.server.ts';
import { keepable } from '#lib/reports/kept/subject.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const { id } = threadScope(db, person, event.url.searchParams.get('of') ?? '');
	return {
		report: goldenThreadReport(db, person, id, today),
		of: id,
		services: servicesOnThread(db),
		keep: keepable(db, person, 'golden thread', id),
		crumbs: [
			{ href: '/', label: 'Home' },
			...(hasReports(person) ? [{ href: '/reports', label: 'Reports' }] : []),
			{ href: '/thread', label: 'Golden thread' },
			{ label: 'Report' }
		]
	};
};
