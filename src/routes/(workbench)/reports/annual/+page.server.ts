import { annualReport } from '#lib/reports/annual/annual-report.server.ts';
import { keepable } from '#lib/reports/kept/subject.server.ts';
import { allowed } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = allowed(event, 'see council report');
	const { db, today } = event.locals;
	return {
		report: annualReport(db, person, today),
		keep: keepable(db, person, 'annual', ''),
		crumbs: [{ href: '/', label: 'Home' }, { href: '/reports', label: 'Reports' }, { label: 'Annual report' }]
	};
};
