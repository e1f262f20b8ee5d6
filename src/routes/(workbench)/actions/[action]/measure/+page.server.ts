import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { actionSeen } from '#lib/domain/actions/finding.server.ts';
import { aimAction, measureIdAimedAt } from '#lib/domain/measures/aiming.server.ts';
import { allMeasures } from '#lib/domain/measures/finding.server.ts';
import { version } from '#lib/server/fields.ts';
import { mustBeAble, signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const action = actionSeen(db, person, event.params.action);
	mustBeAble(person, 'manage actions', action.thing);
	return {
		action: { number: action.number, title: action.title, version: action.version },
		measureId: measureIdAimedAt(db, action.number) ?? '',
		measures: allMeasures(db)
			.filter(({ retiredOn }) => !retiredOn)
			.map(({ id, name }) => ({ value: id, label: name })),
		crumbs: [
			{ href: '/', label: 'Home' },
			{ href: '/actions', label: 'Actions' },
			{ href: `/actions/${action.number}`, label: `Action ${action.number}` },
			{ label: 'Measure' }
		]
	};
};

const aimForm = v.object({ measureId: v.optional(v.string(), ''), version });

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const action = actionSeen(db, person, event.params.action);
		mustBeAble(person, 'manage actions', action.thing);
		const form = await parseForm(event, aimForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => aimAction(db, person, action.number, form.data.measureId || null, form.data.version));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/actions/${action.number}?done=measure`);
	}
};
