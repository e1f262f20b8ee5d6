import { fail, redirect } from '@sveltejs/kit';
import { strandCrumbs } from '#lib/domain/golden-thread/crumbs.ts';
import { strandToKeep } from '#lib/domain/golden-thread/finding.server.ts';
import { strandForm } from '#lib/domain/golden-thread/forms.ts';
import { changeStrand } from '#lib/domain/golden-thread/keeping.server.ts';
import { strandValues } from '#lib/domain/golden-thread/starting-values.ts';
import { strandChoices } from '#lib/domain/golden-thread/strand-choices.server.ts';
import { allowed } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = allowed(event, 'see thread');
	const { db } = event.locals;
	const strand = strandToKeep(db, person, event.params.strand);
	return {
		strand: { number: strand.number, title: strand.title, version: strand.version },
		start: strandValues(strand),
		choices: strandChoices(db, person),
		crumbs: strandCrumbs(strand.number, 'Change it')
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = allowed(event, 'see thread');
		const { db } = event.locals;
		const strand = strandToKeep(db, person, event.params.strand);
		const form = await parseForm(event, strandForm);
		if (!form.ok) return fail(400, form);
		const { version, ...typed } = form.data;
		const outcome = once(event, form, () => changeStrand(db, person, strand.id, typed, version));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/thread/${strand.number}?done=changed`);
	}
};
