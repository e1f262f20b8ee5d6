import { fail, redirect } from '@sveltejs/kit';
import { pafCrumbs } from '#lib/domain/paf/crumbs.ts';
import { interactionForm } from '#lib/domain/paf/forms.ts';
import { logInteraction } from '#lib/domain/paf/interactions.server.ts';
import { mustHave, staffRun } from '#lib/domain/paf/running.server.ts';
import { readLength, readWhen } from '#lib/exchange/interactions/reading-when.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const parts = mustHave(person, 'runs');
	return { parts, staff: staffRun(event.locals.db, person), crumbs: pafCrumbs({ label: 'Log an interaction' }) };
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		mustHave(person, 'runs');
		const form = await parseForm(event, interactionForm);
		if (!form.ok) return fail(400, form);
		const { date, time, length, ...rest } = form.data;
		const when = readWhen(date, time);
		if ('problem' in when) return fail(400, { ...form, ok: false, errors: [{ field: 'date', text: when.problem }] });
		const seconds = readLength(length);
		if (seconds === undefined)
			return fail(400, { ...form, ok: false, errors: [{ field: 'length', text: 'Enter seconds, or a length such as 8:14' }] });
		const outcome = once(event, form, () => logInteraction(event.locals.db, person, { ...rest, at: when.at, seconds }));
		if (!outcome.ok) return refusal(form, { ...outcome, field: outcome.field === 'at' ? 'date' : (outcome.field ?? '') });
		redirect(303, '/paf/interactions?done=logged');
	}
};
