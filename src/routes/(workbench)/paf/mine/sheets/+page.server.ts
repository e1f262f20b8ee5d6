import { monthsBeside } from '#lib/domain/paf-sheets/months-page.server.ts';
import { ownStaff } from '#lib/domain/paf-sheets/staff-seen.server.ts';
import { mustHave } from '#lib/domain/paf/running.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const parts = mustHave(person, 'isAdvisor');
	const records = ownStaff(db, person);
	return {
		parts,
		records: records.map(({ id, team, jobTitle }) => ({ id, team, jobTitle, ...monthsBeside(db, id, null) })),
		crumbs: [{ href: '/', label: 'Home' }, { label: 'My sheets' }]
	};
};
