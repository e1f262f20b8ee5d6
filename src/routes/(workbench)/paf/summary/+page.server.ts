import { can } from '#lib/domain/access/can.ts';
import { seesCouncilSummary, teamsSummarised } from '#lib/domain/paf-summaries/summary-seen.server.ts';
import { councilSummary } from '#lib/reports/paf/summaries.server.ts';
import { mustHave } from '#lib/domain/paf/running.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { keepable } from '#lib/reports/kept/subject.server.ts';
import { sentOnce } from '#lib/ui/sent-once.ts';
import type { PageServerLoad } from './$types';

/** It is read, and its charts are drawn here: without a script its figures are sent once, not twice. */
export const csr = false;

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const parts = mustHave(person, 'sums');
	return {
		report: seesCouncilSummary(person) ? sentOnce(event, councilSummary(db, person, today)) : null,
		teams: sentOnce(event, teamsSummarised(db, person)),
		keep: keepable(db, person, 'PAF council', ''),
		parts,
		setsPaf: can(person, 'set PAF'),
		managesTraining: can(person, 'manage training'),
		crumbs: [{ href: '/', label: 'Home' }, { label: 'Performance summary' }]
	};
};
