import { waveReport } from '#lib/reports/mystery-shopping/wave-report.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { keepable } from '#lib/reports/kept/subject.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { wave } = event.params;
	const report = waveReport(event.locals.db, person, wave);
	return {
		report,
		address: `/reports/mystery-shopping/${wave}`,
		keep: keepable(event.locals.db, person, 'mystery shopping', wave),
		results: `/mystery-shopping/waves/${wave}/results`,
		crumbs: [{ href: '/', label: 'Home' }, { href: '/reports', label: 'Reports' }, { label: report.name }]
	};
};
