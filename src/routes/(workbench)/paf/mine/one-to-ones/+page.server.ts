import { objectivesOf, oneToOnesOf, standOf } from '#lib/domain/one-to-ones/finding.server.ts';
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
		oneToOnes: records
			.flatMap(({ id }) => oneToOnesOf(db, id))
			.map(({ id, heldOn, leader, nextOn, advisorAgreedAt, ...one }) => ({
				id,
				heldOn,
				leader,
				nextOn,
				stand: standOf({ advisorAgreedAt, ...one }),
				mine: !!one.notes && !advisorAgreedAt
			})),
		objectives: records.flatMap(({ id }) => objectivesOf(db, id)),
		crumbs: [{ href: '/', label: 'Home' }, { label: 'My one-to-ones' }]
	};
};
