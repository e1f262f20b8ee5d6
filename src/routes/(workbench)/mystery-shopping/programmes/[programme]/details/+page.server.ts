import { fail, redirect } from '@sveltejs/kit';
import { shoppingCrumbs } from '#lib/domain/mystery-shopping/crumbs.ts';
import { programmeSeen } from '#lib/domain/mystery-shopping/finding.server.ts';
import { changedProgrammeForm } from '#lib/domain/mystery-shopping/forms.ts';
import { changeProgramme } from '#lib/domain/mystery-shopping/keeping-programmes.server.ts';
import { allowed } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = allowed(event, 'run shopping');
	const { id, version, createdAt: _at, createdBy: _by, ...programme } = programmeSeen(event.locals.db, person, event.params.programme);
	return {
		id,
		version,
		start: { ...programme, noticeGivenOn: programme.noticeGivenOn ?? '' },
		crumbs: shoppingCrumbs({ href: `/mystery-shopping/programmes/${id}`, label: programme.name }, { label: 'Change' })
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = allowed(event, 'run shopping');
		const { db } = event.locals;
		const { id } = programmeSeen(db, person, event.params.programme);
		const form = await parseForm(event, changedProgrammeForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => changeProgramme(db, person, id, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/mystery-shopping/programmes/${id}?done=saved`);
	}
};
