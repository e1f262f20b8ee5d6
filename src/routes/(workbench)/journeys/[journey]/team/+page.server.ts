import { fail, redirect } from '@sveltejs/kit';
import { can } from '#lib/domain/access/can.ts';
import { possibleOwners } from '#lib/domain/actions/owners.server.ts';
import { joinTeam, leaveTeam, teamOf } from '#lib/domain/journeys/choosing-team.server.ts';
import { journeyCrumbs } from '#lib/domain/journeys/crumbs.ts';
import { journeySeen, journeyToReview, thingOf } from '#lib/domain/journeys/finding.server.ts';
import { leavingForm, teamForm } from '#lib/domain/journeys/forms.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const journey = journeySeen(db, person, event.params.journey);
	const mayReview = can(person, 'review journey', thingOf(journey)) && journey.state === 'open';
	return {
		journey: { id: journey.id, name: journey.name },
		team: teamOf(db, journey.id),
		people: mayReview ? possibleOwners(db, journey.serviceId) : [],
		mayReview,
		crumbs: journeyCrumbs(journey, { label: 'Team' })
	};
};

export const actions: Actions = {
	add: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const journey = journeyToReview(db, person, event.params.journey);
		const form = await parseForm(event, teamForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => joinTeam(db, person, journey.id, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/journeys/${journey.id}/team?done=added`);
	},
	remove: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const journey = journeyToReview(db, person, event.params.journey);
		const form = await parseForm(event, leavingForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => leaveTeam(db, person, journey.id, form.data.personId));
		if (!outcome.ok) return refusal({ values: {} }, outcome);
		const staysInSight = can(person, 'see journey', { ...thingOf(journey), team: journey.team.filter((id) => id !== form.data.personId) });
		redirect(303, staysInSight ? `/journeys/${journey.id}/team?done=removed` : '/journeys');
	}
};
