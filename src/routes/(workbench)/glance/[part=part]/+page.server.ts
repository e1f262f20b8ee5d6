import { redirect } from '@sveltejs/kit';
import { glanceAddress, glanceFiltersIn } from '#lib/domain/glance/filters.ts';
import { glanceChoices, glanceSeen } from '#lib/domain/glance/seen.server.ts';
import { reportKeptAtGlance } from '#lib/reports/performance/kept-at-glance.server.ts';
import { withPageOfTable } from '#lib/reports/performance/long-table.ts';
import { contentsOf, partLabels } from '#lib/reports/performance/parts.ts';
import { signedIn } from '#lib/server/guard.ts';
import { sentOnce } from '#lib/ui/sent-once.ts';
import type { PageServerLoad } from './$types';

/** As on the first page: read only, so sent once. */
export const csr = false;

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
	const from = Number(event.url.searchParams.get('from'));
	const page = part === 'everything' ? null : withPageOfTable(first, Number.isInteger(from) ? from : 0);
	return {
		part,
		report: sentOnce(event, { ...report, sections: page ? [page.section] : sections }),
		pages: page?.pages ?? null,
		contents: sentOnce(event, contentsOf(report.sections)),
		filters: seen.filters,
		choices: sentOnce(event, glanceChoices(db, seen.sight, seen.serviceId)),
		crumbs: [{ href: '/', label: 'Home' }, { href: glanceAddress(seen.filters), label: 'At a glance' }, { label: partLabels[part] }]
	};
};
