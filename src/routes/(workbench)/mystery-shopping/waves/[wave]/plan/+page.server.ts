import { fail, redirect } from '@sveltejs/kit';
import { waveCrumbs } from '#lib/domain/mystery-shopping/crumbs.ts';
import { confirmPlan } from '#lib/domain/mystery-shopping/confirming-plan.server.ts';
import { drawnAgain, drawPlan } from '#lib/domain/mystery-shopping/drawing-plan.server.ts';
import { scenariosToPlan, shoppersOf } from '#lib/domain/mystery-shopping/plan-asked.server.ts';
import { openServices } from '#lib/domain/mystery-shopping/choosing.server.ts';
import { waveToRun } from '#lib/domain/mystery-shopping/finding.server.ts';
import { planForm, versionForm } from '#lib/domain/mystery-shopping/forms.ts';
import { visitsListed } from '#lib/domain/mystery-shopping/listing.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const found = waveToRun(db, person, event.params.wave);
	const { asked, ...wave } = found.wave;
	const services = openServices(db);
	const scenarios = scenariosToPlan(db);
	const shoppers = shoppersOf(db);
	const ids = (things: readonly { id: string }[]) => things.map(({ id }) => id);
	const none = { state: '', service: '', shopper: '', channel: '' } as const;
	return {
		wave,
		programme: found.programme,
		services,
		scenarios: scenarios.map(({ id, number, name, channel, services }) => ({ id, number, name, channel, services: services.length })),
		shoppers,
		start: {
			seed: asked?.seed ?? `${today} ${wave.name}`,
			perService: String(asked?.perService ?? 6),
			windowDays: String(asked?.windowDays ?? 3),
			'services[]': asked
				? ids(asked.services)
				: ids(services.filter(({ id }) => scenarios.some((scenario) => scenario.services.includes(id)))),
			'scenarios[]': ids(asked?.scenarios ?? scenarios),
			'shoppers[]': ids(asked?.shoppers ?? shoppers)
		},
		again: asked ? drawnAgain(db, wave.id) : null,
		visits: asked ? visitsListed(db, wave.id, none, {}, 500) : [],
		crumbs: waveCrumbs(found, { label: 'Plan' })
	};
};

export const actions: Actions = {
	draw: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const { wave } = waveToRun(db, person, event.params.wave);
		const form = await parseForm(event, planForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => drawPlan(db, person, wave.id, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/mystery-shopping/waves/${wave.id}/plan?done=drawn`);
	},
	confirm: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const { wave } = waveToRun(db, person, event.params.wave);
		const form = await parseForm(event, versionForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => confirmPlan(db, person, wave.id));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/mystery-shopping/waves/${wave.id}?done=confirmed`);
	}
};
