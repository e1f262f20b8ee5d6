import { can } from '#lib/domain/access/can.ts';
import { teamSummarised } from '#lib/domain/paf-summaries/summary-seen.server.ts';
import { teamSummary } from '#lib/reports/paf/summaries.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { keepable } from '#lib/reports/kept/subject.server.ts';
import { sentOnce } from '#lib/ui/sent-once.ts';
import type { PageServerLoad } from './$types';

/** It is read, and its charts are drawn here: without a script its figures are sent once, not twice. */
export const csr = false;

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const team = teamSummarised(db, person, event.params.team);
	const seesService = can(person, 'see PAF summary', { serviceId: team.serviceId });
	return {
		report: sentOnce(event, teamSummary(db, person, team.id, today)),
		address: `/paf/teams/${team.id}`,
		keep: keepable(db, person, 'PAF team', team.id),
		crumbs: [
			{ href: '/', label: 'Home' },
			{ href: '/paf/summary', label: 'Performance summary' },
			...(seesService ? [{ href: `/paf/services/${team.serviceId}`, label: team.service }] : []),
			{ label: team.name }
		]
	};
};
