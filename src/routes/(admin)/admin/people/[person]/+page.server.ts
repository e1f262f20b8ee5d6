import { grantsOf, openInvitation, personForAdministrator } from '#lib/domain/access/people-finding.server.ts';
import { adminCrumbs } from '#lib/domain/organisation/crumbs.ts';
import { staffOfPerson } from '#lib/domain/organisation/staff-finding.server.ts';
import { now } from '#lib/server/clock.ts';
import { allowed, notFound } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	allowed(event, 'administer');
	const { db } = event.locals;
	const person = personForAdministrator(db, event.params.person);
	if (!person) notFound();
	return {
		shown: person,
		grants: grantsOf(db, person.id),
		staff: staffOfPerson(db, person.id) ?? null,
		invitation: openInvitation(db, person.id, now()),
		crumbs: adminCrumbs({ href: '/admin/people', label: 'People' }, { label: person.name })
	};
};
