import { monthsBeside } from '#lib/domain/paf-sheets/months-page.server.ts';
import { ownStaff } from '#lib/domain/paf-sheets/staff-seen.server.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const records = ownStaff(db, person);
	if (!records.length) notFound();
	return {
		records: records.map(({ id, team, jobTitle }) => ({ id, team, jobTitle, ...monthsBeside(db, id, null) })),
		crumbs: [{ href: '/', label: 'Home' }, { label: 'My sheets' }]
	};
};
