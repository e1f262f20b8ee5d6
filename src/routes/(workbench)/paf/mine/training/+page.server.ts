import { ownStaff } from '#lib/domain/paf-sheets/staff-seen.server.ts';
import { recordsHeld, trainingDueOf } from '#lib/domain/training/listing.server.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const [member] = ownStaff(db, person);
	if (!member) notFound();
	return {
		due: trainingDueOf(db, member.id, today),
		records: recordsHeld(db, member.id),
		crumbs: [{ href: '/', label: 'Home' }, { label: 'My training' }]
	};
};
