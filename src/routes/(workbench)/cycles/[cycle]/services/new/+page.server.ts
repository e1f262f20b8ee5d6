import { fail, redirect } from '@sveltejs/kit';
import { cycleCrumbs } from '#lib/domain/cycles/crumbs.ts';
import { joiningForm } from '#lib/domain/cycles/forms.ts';
import { cycleSeen } from '#lib/domain/cycles/finding.server.ts';
import { joinCycle } from '#lib/domain/cycles/joining.server.ts';
import { servicesOutside } from '#lib/domain/cycles/launch-choices.server.ts';
import { allowed } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	allowed(event, 'run cycles');
	const { db } = event.locals;
	const cycle = cycleSeen(db, event.params.cycle);
	return {
		cycle: { id: cycle.id, name: cycle.name, closedAt: cycle.closedAt, carriesOver: cycle.carriesOver },
		...servicesOutside(db, cycle.id),
		crumbs: cycleCrumbs(cycle, 'Add services')
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = allowed(event, 'run cycles');
		const { db, today } = event.locals;
		const { id: cycleId } = cycleSeen(db, event.params.cycle);
		const form = await parseForm(event, joiningForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => joinCycle(db, person, { cycleId, ...form.data }, today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/cycles/${cycleId}?joined=${outcome.count}`);
	}
};
