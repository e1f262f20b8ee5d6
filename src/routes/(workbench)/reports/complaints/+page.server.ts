import { servicesWhere } from '#lib/domain/access/can.ts';
import { showMonth } from '#lib/domain/paf/month.ts';
import { complaintsReport } from '#lib/reports/complaints/complaints-report.server.ts';
import { monthsToReport, monthToReport } from '#lib/reports/complaints/months.ts';
import { keepable } from '#lib/reports/kept/subject.server.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	if (!servicesWhere(person, 'see feedback report').length) notFound();
	const { db, today } = event.locals;
	const month = monthToReport(event.url.searchParams.get('month'), today);
	return {
		month,
		months: monthsToReport(today).map((value) => ({ value, label: showMonth(value) })),
		report: complaintsReport(db, person, month, today),
		keep: keepable(db, person, 'complaints', month === monthToReport(null, today) ? '' : month),
		crumbs: [{ href: '/', label: 'Home' }, { href: '/reports', label: 'Reports' }, { label: `Complaints, ${showMonth(month)}` }]
	};
};
