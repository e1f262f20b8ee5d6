import { fail, redirect } from '@sveltejs/kit';
import { abandonReview, finishReview, reopenReview } from '#lib/domain/journeys/closing.server.ts';
import { journeyCrumbs } from '#lib/domain/journeys/crumbs.ts';
import { factsOf } from '#lib/domain/journeys/facts.server.ts';
import { journeyToReview } from '#lib/domain/journeys/finding.server.ts';
import { finishForm, reasonForm } from '#lib/domain/journeys/forms.ts';
import { missingToFinish } from '#lib/domain/journeys/stand.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const journey = journeyToReview(db, person, event.params.journey);
	const facts = factsOf(db, journey, today);
	const { id, name, version, state, closedOn } = journey;
	return {
		journey: { id, name, version, state, closedOn },
		missing: missingToFinish(facts),
		openActions: facts.openActions,
		crumbs: journeyCrumbs(journey, { label: state === 'open' ? 'Finish or abandon' : 'Open again' })
	};
};

export const actions: Actions = {
	finish: async (event) => {
		const person = signedIn(event);
		const { db, today } = event.locals;
		const journey = journeyToReview(db, person, event.params.journey);
		const form = await parseForm(event, finishForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => finishReview(db, person, journey, form.data.version, today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/journeys/${journey.id}?done=finished`);
	},
	abandon: async (event) => {
		const person = signedIn(event);
		const { db, today } = event.locals;
		const journey = journeyToReview(db, person, event.params.journey);
		const form = await parseForm(event, reasonForm('why the review is abandoned'));
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => abandonReview(db, person, journey, form.data, today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/journeys/${journey.id}?done=abandoned`);
	},
	reopen: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const journey = journeyToReview(db, person, event.params.journey);
		const form = await parseForm(event, reasonForm('why the review is opened again'));
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => reopenReview(db, person, journey, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/journeys/${journey.id}?done=reopened`);
	}
};
