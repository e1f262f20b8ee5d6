import { fail, redirect } from '@sveltejs/kit';
import { below } from '#lib/domain/golden-thread/below.ts';
import { strandCrumbs } from '#lib/domain/golden-thread/crumbs.ts';
import { strandToKeep } from '#lib/domain/golden-thread/finding.server.ts';
import { seenForm } from '#lib/domain/golden-thread/forms.ts';
import { bringBack, retireStrand } from '#lib/domain/golden-thread/keeping.server.ts';
import { losingTheirWay } from '#lib/domain/golden-thread/retiring.ts';
import { threadOf } from '#lib/domain/golden-thread/thread.server.ts';
import { allowed } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = allowed(event, 'see thread');
	const { db } = event.locals;
	const strand = strandToKeep(db, person, event.params.strand);
	const thread = threadOf(db);
	return {
		strand: { number: strand.number, title: strand.title, version: strand.version, retiredOn: strand.retiredOn },
		below: below(thread, strand.id).length,
		losing: losingTheirWay(thread, strand.id).map(({ number, title, level }) => ({ number, title, level })),
		crumbs: strandCrumbs(strand.number, strand.retiredOn ? 'Bring it back' : 'Retire it')
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = allowed(event, 'see thread');
		const { db, today } = event.locals;
		const strand = strandToKeep(db, person, event.params.strand);
		const form = await parseForm(event, seenForm);
		if (!form.ok) return fail(400, form);
		const { version } = form.data;
		const outcome = once(event, form, () =>
			strand.retiredOn ? bringBack(db, person, strand.id, version) : retireStrand(db, person, strand.id, version, today)
		);
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/thread/${strand.number}?done=${strand.retiredOn ? 'back' : 'retired'}`);
	}
};
