import { fail, redirect } from '@sveltejs/kit';
import { threadCrumbs } from '#lib/domain/golden-thread/crumbs.ts';
import { newStrandForm, parentsIn } from '#lib/domain/golden-thread/forms.ts';
import { addStrand } from '#lib/domain/golden-thread/keeping.server.ts';
import { startingStrand } from '#lib/domain/golden-thread/starting-values.ts';
import { keepsSome } from '#lib/domain/golden-thread/sight.ts';
import { strandChoices, strandsAbove } from '#lib/domain/golden-thread/strand-choices.server.ts';
import { threadOf } from '#lib/domain/golden-thread/thread.server.ts';
import { allowed, forbidden } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = allowed(event, 'see thread');
	if (!keepsSome(person)) forbidden();
	const { db } = event.locals;
	const thread = threadOf(db);
	const choices = strandChoices(db, person);
	const number = event.url.searchParams.get('under');
	const under = number === null ? undefined : thread.strands.find((strand) => String(strand.number) === number);
	return {
		choices,
		under: under ? { value: under.id, label: under.title } : null,
		start: startingStrand(under, choices.levels),
		above: strandsAbove(thread, null, under ? [under.id] : []),
		crumbs: threadCrumbs('Add a strand')
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = allowed(event, 'see thread');
		if (!keepsSome(person)) forbidden();
		const form = await parseForm(event, newStrandForm);
		if (!form.ok) return fail(400, form);
		const { 'parents[]': ticked, another, ...typed } = form.data;
		const parents = parentsIn({ 'parents[]': ticked, another });
		const outcome = once(event, form, () => addStrand(event.locals.db, person, typed, parents));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/thread/${outcome.number}?done=added`);
	}
};
