import { glanceFiltersIn, glanceText } from '#lib/domain/glance/filters.ts';
import { glanceChoices, glanceSeen } from '#lib/domain/glance/seen.server.ts';
import { keepable } from '#lib/reports/kept/subject.server.ts';
import { reportKeptAtGlance } from '#lib/reports/performance/kept-at-glance.server.ts';
import { contentsOf, onFirstPage } from '#lib/reports/performance/parts.ts';
import { signedIn } from '#lib/server/guard.ts';
import { sentOnce } from '#lib/ui/sent-once.ts';
import type { PageServerLoad } from './$types';

/** It is read and its filter is a plain form: without a script its figures are sent once, not twice. */
export const csr = false;

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const seen = glanceSeen(db, person, glanceFiltersIn(event.url.searchParams));
	const { sections, ...head } = reportKeptAtGlance(db, seen, today);
	return {
		head: sentOnce(event, head),
		sections: sentOnce(
			event,
			sections.filter(({ id }) => onFirstPage.includes(id))
		),
		contents: sentOnce(event, contentsOf(sections)),
		filters: seen.filters,
		choices: sentOnce(event, glanceChoices(db, seen.sight, seen.serviceId)),
		keep: keepable(db, person, 'performance', glanceText(seen.filters)),
		crumbs: [{ href: '/', label: 'Home' }, { label: 'At a glance' }]
	};
};
