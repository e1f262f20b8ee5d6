import { can } from '#lib/domain/access/can.ts';
import { serviceSummarised, teamsSummarised } from '#lib/domain/paf-summaries/summary-seen.server.ts';
import { serviceSummary } from '#lib/reports/paf/summaries.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { keepable } from '#lib/reports/kept/subject.server.ts';
import { sentOnce } from '#lib/ui/sent-once.ts';
import type { PageServerLoad } from './$types';

/** It is read, and its charts are drawn here: without a script its figures are sent once, not twice. */
export const csr = false;

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const service = serviceSummarised(db, person, event.params.service);
	return {
		report: sentOnce(event, serviceSummary(db, person, service.id, today)),
		address: `/paf/services/${service.id}`,
		keep: keepable(db, person, 'PAF service', service.id),
		teams: sentOnce(event, teamsSummarised(db, person, service.id)),
		proposes: can(person, 'record finding', { serviceId: service.id }),
		crumbs: [{ href: '/', label: 'Home' }, { href: '/paf/summary', label: 'Performance summary' }, { label: service.name }]
	};
};
