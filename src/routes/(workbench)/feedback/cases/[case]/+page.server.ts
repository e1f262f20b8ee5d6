import { can } from '#lib/domain/access/can.ts';
import { stepsOf, twins } from '#lib/domain/complaints/case-page.server.ts';
import { caseCrumbs } from '#lib/domain/complaints/crumbs.ts';
import { clockRule, explainClock, leftInWords } from '#lib/domain/complaints/explaining-clocks.ts';
import { caseSeen } from '#lib/domain/complaints/finding.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const { thing, ...seen } = caseSeen(db, person, event.params.case);
	const steps = stepsOf(db, { ...seen, thing }, today);
	const standing = seen.stages.at(-1);
	return {
		today,
		seen,
		steps,
		twins: twins(db, { ...seen, thing }),
		left: steps.due ? leftInWords(steps.due.by, today) : null,
		clock: standing ? { steps: explainClock(standing), rule: clockRule } : null,
		mayFind: can(person, 'record finding', thing),
		done: event.url.searchParams.get('done'),
		crumbs: caseCrumbs(seen)
	};
};
