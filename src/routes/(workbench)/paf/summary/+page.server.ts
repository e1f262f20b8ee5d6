import { can } from '#lib/domain/access/can.ts';
import { seesCouncilSummary, teamsSummarised } from '#lib/domain/paf-summaries/summary-seen.server.ts';
import { councilSummary } from '#lib/reports/paf/summaries.server.ts';
import { mustHave } from '#lib/domain/paf/running.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { keepable } from '#lib/reports/kept/subject.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const parts = mustHave(person, 'sums');
	return {
		report: seesCouncilSummary(person) ? councilSummary(db, person, today) : null,
		teams: teamsSummarised(db, person),
		keep: keepable(db, person, 'PAF council', ''),
		parts,
		setsPaf: can(person, 'set PAF'),
		managesTraining: can(person, 'manage training'),
		crumbs: [{ href: '/', label: 'Home' }, { label: 'Performance summary' }]
	};
};
