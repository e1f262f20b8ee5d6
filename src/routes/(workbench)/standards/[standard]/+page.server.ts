import { fail, redirect } from '@sveltejs/kit';
import { seenForm, standardForm } from '#lib/domain/standards/forms.ts';
import { changeStandard, retireStandard } from '#lib/domain/standards/keeping.server.ts';
import { standardToChange } from '#lib/domain/standards/listing.server.ts';
import { allowed } from '#lib/server/guard.ts';
import { tiedView } from '#lib/domain/golden-thread/tied-view.server.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = allowed(event, 'manage scorecards');
	const standard = standardToChange(event.locals.db, event.params.standard);
	return {
		standard,
		tied: tiedView(event.locals.db, person, 'standard', standard.id),
		crumbs: [{ href: '/', label: 'Home' }, { href: '/standards', label: 'Contact standards' }, { label: standard.number }]
	};
};

export const actions: Actions = {
	change: async (event) => {
		const person = allowed(event, 'manage scorecards');
		const { db } = event.locals;
		const form = await parseForm(event, standardForm);
		if (!form.ok) return fail(400, form);
		const { version, ...fields } = form.data;
		const { id } = standardToChange(db, event.params.standard);
		const outcome = once(event, form, () => changeStandard(db, person, id, fields, version));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, '/standards?changed');
	},
	retire: async (event) => {
		const person = allowed(event, 'manage scorecards');
		const { db, today } = event.locals;
		const form = await parseForm(event, seenForm);
		if (!form.ok) return fail(400, form);
		const { id, retiredOn } = standardToChange(db, event.params.standard);
		const outcome = once(event, form, () => retireStandard(db, person, id, form.data.version, retiredOn ? null : today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, '/standards?changed');
	}
};
