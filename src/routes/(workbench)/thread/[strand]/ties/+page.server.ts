import { fail, redirect } from '@sveltejs/kit';
import { strandCrumbs } from '#lib/domain/golden-thread/crumbs.ts';
import { strandSeen } from '#lib/domain/golden-thread/finding.server.ts';
import { tiesSome } from '#lib/domain/golden-thread/sight.ts';
import { tieThingsForm } from '#lib/domain/golden-thread/tie-forms.ts';
import { kindIn, tiesForStrand } from '#lib/domain/golden-thread/ties-page.server.ts';
import { thingSeen } from '#lib/domain/golden-thread/things/seeing.server.ts';
import { tie } from '#lib/domain/golden-thread/tying.server.ts';
import { allowed, forbidden } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = allowed(event, 'see thread');
	if (!tiesSome(person)) forbidden();
	const { db, today } = event.locals;
	const strand = strandSeen(db, person, event.params.strand);
	return {
		strand: { number: strand.number, title: strand.title },
		...tiesForStrand(db, person, strand, event.url.searchParams, today),
		crumbs: strandCrumbs(strand.number, 'Tie something to it')
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = allowed(event, 'see thread');
		if (!tiesSome(person)) forbidden();
		const { db, today } = event.locals;
		const strand = strandSeen(db, person, event.params.strand);
		const form = await parseForm(event, tieThingsForm);
		if (!form.ok) return fail(400, form);
		const kind = kindIn(event.url.searchParams);
		const things = form.data['thing[]'].map((thing) => thingSeen(db, person, kind, thing, today));
		const outcome = once(event, form, () => tie(db, person, things, strand.id));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/thread/${strand.number}?done=tied`);
	}
};
