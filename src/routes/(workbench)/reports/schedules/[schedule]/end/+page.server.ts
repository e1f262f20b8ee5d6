import { fail, redirect } from '@sveltejs/kit';
import { endForm } from '#lib/domain/kept-reports/forms.ts';
import { keptCrumbs } from '#lib/reports/kept/crumbs.server.ts';
import { endSchedule, scheduleOf } from '#lib/reports/kept/scheduling.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { id, about, rhythm, nextOn, stoppedWhy, version } = scheduleOf(event.locals.db, person, event.params.schedule);
	const crumbs = keptCrumbs(person, { href: '/reports/schedules', label: 'Kept regularly' }, { label: 'End' });
	return { schedule: { id, about, rhythm, nextOn, stoppedWhy, version }, crumbs };
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const { id } = scheduleOf(db, person, event.params.schedule);
		const form = await parseForm(event, endForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => endSchedule(db, person, id, form.data.version));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, '/reports/schedules?done=ended');
	}
};
