import { fail, redirect } from '@sveltejs/kit';
import { acknowledge, appeal } from '#lib/domain/paf/answering.server.ts';
import { assessmentPage } from '#lib/domain/paf/assessment-page.server.ts';
import { pafCrumbs } from '#lib/domain/paf/crumbs.ts';
import { decideAppeal } from '#lib/domain/paf/deciding.server.ts';
import { assessmentSeen } from '#lib/domain/paf/finding.server.ts';
import { appealForm, decisionForm, versionForm } from '#lib/domain/paf/forms.ts';
import { mustBeAble, forbidden, signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import { thingOf } from '#lib/domain/paf/finding.server.ts';
import type { Actions, PageServerLoad } from './$types';

const lists = { advisor: '/paf/mine', leader: '/paf/results', scorer: '/paf/scores', decider: '/paf/appeals' };
const names = { advisor: 'My results', leader: 'Results of your teams', scorer: 'To score', decider: 'Appeals' };

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const seen = assessmentSeen(db, person, event.params.scored);
	const page = assessmentPage(db, person, seen, today);
	return { ...page, crumbs: pafCrumbs({ href: lists[seen.as], label: names[seen.as] }, { label: page.head.name }) };
};

export const actions: Actions = {
	acknowledge: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const { assessment, as } = assessmentSeen(db, person, event.params.scored);
		if (as !== 'advisor') forbidden();
		const form = await parseForm(event, versionForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => acknowledge(db, person, { number: assessment.number, ...form.data }));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/paf/assessments/${assessment.number}?done=acknowledged`);
	},
	appeal: async (event) => {
		const person = signedIn(event);
		const { db, today } = event.locals;
		const { assessment, as } = assessmentSeen(db, person, event.params.scored);
		if (as !== 'advisor') forbidden();
		const form = await parseForm(event, appealForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => appeal(db, person, { number: assessment.number, ...form.data }, today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/paf/assessments/${assessment.number}?done=appealed`);
	},
	decide: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const { assessment, as } = assessmentSeen(db, person, event.params.scored);
		if (as === 'advisor') forbidden();
		mustBeAble(person, 'decide appeal', thingOf(assessment));
		const form = await parseForm(event, decisionForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => decideAppeal(db, person, { number: assessment.number, ...form.data }));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/paf/assessments/${assessment.number}?done=decided`);
	}
};
