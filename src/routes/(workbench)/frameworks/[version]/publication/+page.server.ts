import { fail, redirect } from '@sveltejs/kit';
import { crumbsInDraft } from '#lib/domain/frameworks/crumbs.ts';
import { seenForm } from '#lib/domain/versions/forms.ts';
import { changesOfDraft, publish } from '#lib/domain/frameworks/publishing.server.ts';
import { checkFramework } from '#lib/domain/frameworks/reading.ts';
import { draftToEdit } from '#lib/domain/frameworks/seeing.server.ts';
import { allowed } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	allowed(event, 'manage frameworks');
	const draft = draftToEdit(event.locals.db, event.params.version);
	const checked = checkFramework(draft.document);
	const against = checked.ok ? changesOfDraft(event.locals.db, draft) : null;
	return {
		id: draft.id,
		name: draft.name,
		number: draft.number,
		version: draft.version,
		problems: checked.ok ? 0 : checked.problems.length,
		from: against?.from ?? null,
		changes: against?.changes.map(({ sentence, keeps, kind }) => ({ sentence, loses: !keeps && kind === 'reworded' })) ?? [],
		crumbs: crumbsInDraft(draft, 'Publish')
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = allowed(event, 'manage frameworks');
		const form = await parseForm(event, seenForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => publish(event.locals.db, person, event.params.version, form.data.version));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/frameworks/${event.params.version}?published`);
	}
};
