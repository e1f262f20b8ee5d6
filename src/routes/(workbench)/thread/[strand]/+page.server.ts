import { fail, redirect } from '@sveltejs/kit';
import { strandCrumbs } from '#lib/domain/golden-thread/crumbs.ts';
import { strandSeen } from '#lib/domain/golden-thread/finding.server.ts';
import { strandPage } from '#lib/domain/golden-thread/strand-page.server.ts';
import { untieForm } from '#lib/domain/golden-thread/tie-forms.ts';
import { thingSeen } from '#lib/domain/golden-thread/things/seeing.server.ts';
import { untie } from '#lib/domain/golden-thread/tying.server.ts';
import { allowed } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = allowed(event, 'see thread');
	const { db, today } = event.locals;
	const strand = strandSeen(db, person, event.params.strand);
	return {
		strand,
		...strandPage(db, person, strand, today),
		done: event.url.searchParams.get('done'),
		crumbs: strandCrumbs(strand.number)
	};
};

export const actions: Actions = {
	untie: async (event) => {
		const person = allowed(event, 'see thread');
		const { db, today } = event.locals;
		const strand = strandSeen(db, person, event.params.strand);
		const form = await parseForm(event, untieForm);
		if (!form.ok) return fail(400, form);
		const thing = thingSeen(db, person, form.data.kind, form.data.thing, today);
		const outcome = once(event, form, () => untie(db, person, thing, strand.id));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/thread/${strand.number}?done=untied`);
	}
};
