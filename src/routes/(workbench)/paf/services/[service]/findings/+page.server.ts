import { fail, redirect } from '@sveltejs/kit';
import { proposalForm } from '#lib/domain/paf-summaries/forms.ts';
import { missesToPropose, missKey, proposeMisses } from '#lib/domain/paf-summaries/proposing.server.ts';
import { missedInWords } from '#lib/domain/paf-summaries/summary.ts';
import { serviceSummarised } from '#lib/domain/paf-summaries/summary-seen.server.ts';
import { mustBeAble, signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const service = serviceSummarised(db, person, event.params.service);
	mustBeAble(person, 'record finding', { serviceId: service.id });
	return {
		service,
		misses: missesToPropose(db, service.id, today).misses.map((miss) => ({
			key: missKey(miss),
			text: miss.text,
			how: missedInWords(miss),
			found: miss.found
		})),
		crumbs: [
			{ href: '/', label: 'Home' },
			{ href: '/paf/summary', label: 'Performance summary' },
			{ href: `/paf/services/${service.id}`, label: service.name },
			{ label: 'Propose findings' }
		]
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db, today } = event.locals;
		const service = serviceSummarised(db, person, event.params.service);
		mustBeAble(person, 'record finding', { serviceId: service.id });
		const form = await parseForm(event, proposalForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => proposeMisses(db, person, service.id, form.data['miss[]'], today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/paf/services/${service.id}?done=proposed`);
	}
};
