import { fail, redirect } from '@sveltejs/kit';
import { tiedView } from '#lib/domain/golden-thread/tied-view.server.ts';
import { objectiveForm } from '#lib/domain/one-to-ones/forms.ts';
import { objectiveSeen, saveObjective } from '#lib/domain/one-to-ones/objectives.server.ts';
import { staffCrumbs } from '#lib/domain/paf-sheets/crumbs.ts';
import { forbidden, signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const objective = objectiveSeen(event.locals.db, person, event.params.objective);
	const { version, text, measure, dueOn, state, outcome, closedOn, own, oneToOneId, member } = objective;
	return {
		objective: { version, own, oneToOneId, closedOn, name: member.name },
		start: { text, measure, dueOn: dueOn ?? '', state, outcome },
		tied: tiedView(event.locals.db, person, 'objective', objective.id),
		crumbs: staffCrumbs(member, person.id, { label: 'Objective' })
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db, today } = event.locals;
		const objective = objectiveSeen(db, person, event.params.objective);
		if (objective.own) forbidden();
		const form = await parseForm(event, objectiveForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => saveObjective(db, person, objective, form.data, today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/paf/one-to-ones/objectives/${objective.id}?done=saved`);
	}
};
