import { staffCrumbs } from '#lib/domain/paf-sheets/crumbs.ts';
import { monthsBeside } from '#lib/domain/paf-sheets/months-page.server.ts';
import { mayLead, staffSeen } from '#lib/domain/paf-sheets/staff-seen.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const member = staffSeen(db, person, event.params.staff);
	return {
		member: { id: member.id, name: member.name, jobTitle: member.jobTitle, team: member.team, service: member.service },
		own: member.aboutId === person.id,
		leads: mayLead(person, member),
		thisMonth: today.slice(0, 7),
		...monthsBeside(db, member.id, event.url.searchParams.get('to')),
		crumbs: staffCrumbs(member, person.id)
	};
};
