import { cyclesToReport, cycleToReport } from '#lib/reports/finding.server.ts';
import { councilReport } from '#lib/reports/council/council-report.server.ts';
import { allowed } from '#lib/server/guard.ts';
import { keepable } from '#lib/reports/kept/subject.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = allowed(event, 'see council report');
	const { db, today } = event.locals;
	const cycle = cycleToReport(db, event.url.searchParams.get('cycle'));
	const after = event.url.searchParams.get('after') ?? undefined;
	return {
		cycle: cycle && { id: cycle.id, name: cycle.name },
		...(cycle ? councilReport(db, person, cycle, { after }, today) : { report: null, next: null }),
		isFirstPage: after === undefined,
		cycles: cyclesToReport(db),
		keep: cycle && keepable(db, person, 'council', cycle.id),
		crumbs: [{ href: '/', label: 'Home' }, { href: '/reports', label: 'Reports' }, { label: cycle ? `Council, ${cycle.name}` : 'Council' }]
	};
};
