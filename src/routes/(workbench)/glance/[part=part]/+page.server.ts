import { redirect } from '@sveltejs/kit';
import { glanceAddress, glanceFiltersIn } from '#lib/domain/glance/filters.ts';
import { glanceChoices, glanceSeen } from '#lib/domain/glance/seen.server.ts';
import { reportKeptAtGlance } from '#lib/reports/performance/kept-at-glance.server.ts';
import { contentsOf, partLabels } from '#lib/reports/performance/parts.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const { part } = event.params;
	const seen = glanceSeen(db, person, glanceFiltersIn(event.url.searchParams));
	const report = reportKeptAtGlance(db, seen, today);
	const sections = part === 'everything' ? report.sections : report.sections.filter(({ id }) => id === part);
	const [first] = sections;
	// a part of which nothing is held here is not in the report
	if (!first) redirect(303, glanceAddress(seen.filters));
	return {
		part,
		report: { ...report, title: part === 'everything' ? report.title : first.title, sections },
		contents: contentsOf(report.sections),
		filters: seen.filters,
		choices: glanceChoices(db, seen.sight, seen.serviceId),
		crumbs: [{ href: '/', label: 'Home' }, { href: glanceAddress(seen.filters), label: 'At a glance' }, { label: partLabels[part] }]
	};
};
