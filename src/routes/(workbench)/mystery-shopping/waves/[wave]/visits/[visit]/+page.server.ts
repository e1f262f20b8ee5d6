import { fail, redirect } from '@sveltejs/kit';
import { changeVisit } from '#lib/domain/mystery-shopping/changing-visits.server.ts';
import { visitChoices } from '#lib/domain/mystery-shopping/choosing.server.ts';
import { waveCrumbs } from '#lib/domain/mystery-shopping/crumbs.ts';
import { visitToPlan, waveToRun } from '#lib/domain/mystery-shopping/finding.server.ts';
import { changedVisitForm } from '#lib/domain/mystery-shopping/forms.ts';
import { can } from '#lib/domain/access/can.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const { visit, service, scenario, shopper } = visitToPlan(db, person, event.params.visit);
	const found = waveToRun(db, person, visit.waveId);
	const { serviceId, scenarioId, shopperId, fromOn, toOn, timeOfDay, teamId, staffId } = visit;
	const mayChange = visit.state === 'planned' && found.wave.state === 'open';
	return {
		visit: {
			id: visit.id,
			number: visit.number,
			state: visit.state,
			version: visit.version,
			variant: visit.variant,
			agency: visit.agency,
			reference: visit.reference,
			leftOutReason: visit.leftOutReason,
			fromOn,
			toOn,
			timeOfDay
		},
		words: { service, scenario: scenario.title, channel: scenario.channel, shopper },
		start: { serviceId, scenarioId, shopperId: shopperId ?? '', fromOn, toOn, timeOfDay, teamId: teamId ?? '', staffId: staffId ?? '' },
		choices: mayChange ? visitChoices(db, found.programme.level) : null,
		isForChecking:
			visit.formId !== null &&
			can(person, 'check visit', { serviceId, scoredBy: shopperId }) &&
			['submitted', 'checked', 'left out'].includes(visit.state),
		crumbs: waveCrumbs(found, { label: `Visit ${visit.number}` })
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const { visit } = visitToPlan(db, person, event.params.visit);
		const form = await parseForm(event, changedVisitForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => changeVisit(db, person, visit.id, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/mystery-shopping/waves/${visit.waveId}?done=visit`);
	}
};
