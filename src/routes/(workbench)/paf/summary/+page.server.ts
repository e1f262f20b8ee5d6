import { can } from '#lib/domain/access/can.ts';
import { leadsSomebody, teamsToChoose } from '#lib/domain/paf-sheets/staff-seen.server.ts';
import { seesCouncilSummary, teamsSummarised } from '#lib/domain/paf-summaries/summary-seen.server.ts';
import { councilSummary } from '#lib/reports/paf/summaries.server.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const teams = teamsSummarised(db, person);
	const seesCouncil = seesCouncilSummary(person);
	if (!teams.length && !seesCouncil) notFound();
	return {
		report: seesCouncil ? councilSummary(db, person, today) : null,
		teams,
		seesStaff: teamsToChoose(db, person, 'see staff results').length > 0,
		leads: leadsSomebody(person),
		setsComposite: can(person, 'set composite'),
		managesTraining: can(person, 'manage training'),
		crumbs: [{ href: '/', label: 'Home' }, { label: 'Performance summary' }]
	};
};
