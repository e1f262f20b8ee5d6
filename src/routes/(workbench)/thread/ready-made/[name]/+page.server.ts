import { fail, redirect } from '@sveltejs/kit';
import { threadCrumbs } from '#lib/domain/golden-thread/crumbs.ts';
import { loadReadyMade, previewOf, readyMade } from '#lib/domain/golden-thread/ready-made.server.ts';
import { chosenStrandsForm } from '#lib/domain/golden-thread/tie-forms.ts';
import { allowed, mustBeAble } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = allowed(event, 'see thread');
	mustBeAble(person, 'keep thread', {});
	const document = readyMade(event.params.name);
	const query = event.url.searchParams;
	const chosen = query.getAll('strand[]');
	const all = previewOf(
		event.locals.db,
		document,
		document.strands.map(({ reference }) => reference)
	);
	return {
		name: document.name,
		about: document.about ?? '',
		source: document.source ?? '',
		address: `/thread/ready-made/${event.params.name}`,
		strands: all.map(({ reference, level, title, source, there }) => ({ reference, level, title, source: source ?? '', there })),
		preview: query.has('preview') ? previewOf(event.locals.db, document, chosen) : null,
		added: query.get('added'),
		crumbs: [
			...threadCrumbs().slice(0, 1),
			{ href: '/thread', label: 'Golden thread' },
			{ href: '/thread/ready-made', label: 'Ready-made threads' },
			{ label: document.name }
		]
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = allowed(event, 'see thread');
		mustBeAble(person, 'keep thread', {});
		const document = readyMade(event.params.name);
		const form = await parseForm(event, chosenStrandsForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => loadReadyMade(event.locals.db, person, document, form.data['strand[]']));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/thread/ready-made/${event.params.name}?added=${outcome.added}`);
	}
};
