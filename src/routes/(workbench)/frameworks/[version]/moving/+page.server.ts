import { fail, redirect } from '@sveltejs/kit';
import { crumbsBelow } from '#lib/domain/frameworks/crumbs.ts';
import { moveForm } from '#lib/domain/frameworks/forms.ts';
import { movingChoices } from '#lib/domain/frameworks/moving-choices.server.ts';
import { moveAssessments } from '#lib/domain/frameworks/moving.server.ts';
import { publishedToManage } from '#lib/domain/frameworks/seeing.server.ts';
import { allowed } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	allowed(event, 'manage frameworks');
	const target = publishedToManage(event.locals.db, event.params.version);
	const { assessments, versions, more } = movingChoices(event.locals.db, target);
	return {
		id: target.id,
		name: target.name,
		number: target.number,
		assessments,
		more,
		versions: versions.map(({ id, number, changes }) => ({
			id,
			number,
			changes: changes.map(({ sentence, keeps, kind }) => ({ sentence, loses: !keeps && kind !== 'added' && kind !== 'removed' }))
		})),
		crumbs: crumbsBelow(target, 'Move assessments')
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = allowed(event, 'manage frameworks');
		const { db, today } = event.locals;
		const form = await parseForm(event, moveForm);
		if (!form.ok) return fail(400, form);
		const chosen = form.data['assessments[]'];
		const outcome = once(event, form, () => moveAssessments(db, person, event.params.version, chosen, today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/frameworks/${event.params.version}?moved`);
	}
};
