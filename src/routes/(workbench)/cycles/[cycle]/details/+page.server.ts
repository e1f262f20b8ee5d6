import { fail, redirect } from '@sveltejs/kit';
import { cycleCrumbs } from '#lib/domain/cycles/crumbs.ts';
import { changeDetails } from '#lib/domain/cycles/details.server.ts';
import { cycleSeen } from '#lib/domain/cycles/finding.server.ts';
import { detailsForm } from '#lib/domain/cycles/forms.ts';
import { allowed } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	allowed(event, 'run cycles');
	const { id, name, dueOn, closedAt, version } = cycleSeen(event.locals.db, event.params.cycle);
	return { cycle: { id, name, dueOn, closedAt, version }, crumbs: cycleCrumbs({ id, name }, 'Name and due date') };
};

export const actions: Actions = {
	default: async (event) => {
		const person = allowed(event, 'run cycles');
		const { db } = event.locals;
		const { id: cycleId } = cycleSeen(db, event.params.cycle);
		const form = await parseForm(event, detailsForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => changeDetails(db, person, { cycleId, ...form.data }));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/cycles/${cycleId}?done=changed`);
	}
};
