import { ownStaff } from '#lib/domain/paf-sheets/staff-seen.server.ts';
import { recordsHeld, trainingDueOf } from '#lib/domain/training/listing.server.ts';
import { mustHave } from '#lib/domain/paf/running.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const parts = mustHave(person, 'isAdvisor');
	const [member] = ownStaff(db, person);
	return {
		parts,
		due: member ? trainingDueOf(db, member.id, today) : [],
		records: member ? recordsHeld(db, member.id) : [],
		crumbs: [{ href: '/', label: 'Home' }, { label: 'My training' }]
	};
};
