import { invitationDays, invite } from '#lib/domain/access/inviting.server.ts';
import { openInvitation, personForAdministrator } from '#lib/domain/access/people-finding.server.ts';
import { showMoment } from '#lib/domain/calendar/dates.ts';
import { personCrumbs } from '#lib/domain/organisation/crumbs.ts';
import { now } from '#lib/server/clock.ts';
import { allowed, notFound } from '#lib/server/guard.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	allowed(event, 'administer');
	const { db } = event.locals;
	const person = personForAdministrator(db, event.params.person);
	if (!person) notFound();
	return {
		shown: person,
		days: invitationDays,
		waiting: openInvitation(db, person.id, now()),
		crumbs: personCrumbs(person, person.hasPassword ? 'New password' : 'Invitation')
	};
};

export const actions: Actions = {
	default: (event) => {
		const person = allowed(event, 'administer');
		// without a submission id: its answer would keep the secret, and a second link only replaces the first
		const outcome = once(event, { submission: '' }, () => invite(event.locals.db, person, event.params.person, now()));
		if (!outcome.ok) return refusal({ values: {} }, outcome);
		return { link: `${event.url.origin}/invitations/${outcome.token}`, until: showMoment(outcome.expiresAt) };
	}
};
