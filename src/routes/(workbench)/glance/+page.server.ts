import { glanceFiltersIn, glanceText } from '#lib/domain/glance/filters.ts';
import { glanceChoices, glanceSeen } from '#lib/domain/glance/seen.server.ts';
import { keepable } from '#lib/reports/kept/subject.server.ts';
import { reportAtGlance } from '#lib/reports/performance/performance-report.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const seen = glanceSeen(db, person, glanceFiltersIn(event.url.searchParams));
	return {
		report: reportAtGlance(db, seen, today),
		filters: seen.filters,
		choices: glanceChoices(db, seen.sight, seen.serviceId),
		keep: keepable(db, person, 'performance', glanceText(seen.filters)),
		crumbs: [{ href: '/', label: 'Home' }, { label: 'At a glance' }]
	};
};
