import { fail, redirect } from '@sveltejs/kit';
import { can } from '#lib/domain/access/can.ts';
import { waveCrumbs } from '#lib/domain/mystery-shopping/crumbs.ts';
import { waveToRun } from '#lib/domain/mystery-shopping/finding.server.ts';
import { proposalsForm } from '#lib/domain/mystery-shopping/forms.ts';
import { findingsProposed, makeFindings } from '#lib/domain/mystery-shopping/proposing-findings.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const found = waveToRun(db, person, event.params.wave);
	const { id, name } = found.wave;
	return {
		wave: { id, name },
		programme: { name: found.programme.name, level: found.programme.level },
		proposals: findingsProposed(db, person, id).map(({ figure: _figure, ...proposal }) => ({
			...proposal,
			mayMake: can(person, 'record finding', { serviceId: proposal.serviceId })
		})),
		crumbs: waveCrumbs(found, { label: 'Findings' })
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const { wave } = waveToRun(db, person, event.params.wave);
		const form = await parseForm(event, proposalsForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => makeFindings(db, person, wave.id, form.data.proposals));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/mystery-shopping/waves/${wave.id}/findings?done=made`);
	}
};
