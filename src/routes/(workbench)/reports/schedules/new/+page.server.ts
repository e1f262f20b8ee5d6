import { fail, redirect } from '@sveltejs/kit';
import { arrangeForm } from '#lib/domain/kept-reports/forms.ts';
import { keptCrumbs } from '#lib/reports/kept/crumbs.server.ts';
import { arrangeSchedule } from '#lib/reports/kept/scheduling.server.ts';
import { subjectOf } from '#lib/reports/kept/subject.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const query = event.url.searchParams;
	const kind = query.get('kind') ?? '';
	const { id, label, about, address } = subjectOf(db, person, kind, query.get('of') ?? '');
	const crumbs = keptCrumbs(person, { href: '/reports/schedules', label: 'Kept regularly' }, { label: 'Have a report kept' });
	return { kind, of: id, label, about, address, today, crumbs };
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db, today } = event.locals;
		const form = await parseForm(event, arrangeForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => arrangeSchedule(db, person, form.data, today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, '/reports/schedules?done=arranged');
	}
};
