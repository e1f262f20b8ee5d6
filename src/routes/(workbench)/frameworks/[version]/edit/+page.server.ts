import { fail, redirect } from '@sveltejs/kit';
import { crumbsBelow } from '#lib/domain/frameworks/crumbs.ts';
import { partNames, partsFor } from '#lib/domain/frameworks/draft-parts.ts';
import { numberAnew } from '#lib/domain/frameworks/editing.server.ts';
import { seenForm } from '#lib/domain/versions/forms.ts';
import { placeOfProblem } from '#lib/domain/frameworks/problem-places.ts';
import { checkFramework } from '#lib/domain/frameworks/reading.ts';
import { draftToEdit } from '#lib/domain/frameworks/seeing.server.ts';
import { criteriaByGroup } from '#lib/domain/frameworks/wording.ts';
import { allowed } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	allowed(event, 'manage frameworks');
	const draft = draftToEdit(event.locals.db, event.params.version);
	const { document } = draft;
	const checked = checkFramework(document);
	const groups = criteriaByGroup(document).map(({ id, title, criteria }) => ({
		id,
		title,
		criteria: criteria.map(({ number, title: words }) => ({ number, title: words }))
	}));
	const grouped = new Set(groups.flatMap(({ criteria }) => criteria.map(({ number }) => number)));
	return {
		id: draft.id,
		name: draft.name,
		number: draft.number,
		version: draft.version,
		kind: document.kind,
		parts: partsFor(document.kind).map((part) => ({ part, name: partNames[part] })),
		groups,
		left: document.criteria.filter(({ number }) => !grouped.has(number)).map(({ number, title }) => ({ number, title })),
		problems: checked.ok ? [] : checked.problems.map(({ path, field, text }) => ({ field, text, place: placeOfProblem(document, path) })),
		saved: event.url.searchParams.get('saved'),
		crumbs: crumbsBelow(draft, 'Edit')
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = allowed(event, 'manage frameworks');
		const form = await parseForm(event, seenForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => numberAnew(event.locals.db, person, event.params.version, form.data.version));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/frameworks/${event.params.version}/edit?saved=numbers`);
	}
};
