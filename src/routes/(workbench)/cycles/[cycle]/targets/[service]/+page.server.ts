import { fail, redirect } from '@sveltejs/kit';
import { targetForm, targetRemovalForm } from '#lib/domain/cycles/forms.ts';
import { cycleSeen } from '#lib/domain/cycles/finding.server.ts';
import { targetOf } from '#lib/domain/cycles/listing-targets.server.ts';
import { removeTarget, setTarget } from '#lib/domain/cycles/targets.server.ts';
import { frameworkOf } from '#lib/domain/frameworks/finding.server.ts';
import { allowed, notFound } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	allowed(event, 'set targets');
	const { db } = event.locals;
	const cycle = cycleSeen(db, event.params.cycle);
	const target = targetOf(db, cycle.id, event.params.service) ?? notFound();
	return {
		target,
		levels: (frameworkOf(db, cycle.frameworkVersionId).levels ?? []).map(({ number, name, award }) => ({ number, name, award })),
		crumbs: [
			{ href: '/', label: 'Home' },
			{ href: '/cycles', label: 'Cycles' },
			{ href: `/cycles/${cycle.id}`, label: cycle.name },
			{ href: `/cycles/${cycle.id}/targets`, label: 'Targets' },
			{ label: target.service }
		]
	};
};

export const actions: Actions = {
	save: async (event) => {
		const person = allowed(event, 'set targets');
		const { cycle: cycleId, service: serviceId } = event.params;
		const form = await parseForm(event, targetForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => setTarget(event.locals.db, person, { ...form.data, cycleId, serviceId }));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/cycles/${cycleId}/targets?saved`);
	},
	remove: async (event) => {
		const person = allowed(event, 'set targets');
		const { cycle: cycleId, service: serviceId } = event.params;
		const form = await parseForm(event, targetRemovalForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => removeTarget(event.locals.db, person, { ...form.data, cycleId, serviceId }));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/cycles/${cycleId}/targets?saved`);
	}
};
