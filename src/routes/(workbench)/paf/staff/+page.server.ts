import { advisorsSeen, teamsToChoose } from '#lib/domain/paf-sheets/staff-seen.server.ts';
import { mustHave } from '#lib/domain/paf/running.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const query = event.url.searchParams;
	const parts = mustHave(person, 'leads');
	const teams = teamsToChoose(db, person, 'see staff results');
	const filters = { team: query.get('team') ?? '', left: query.get('left') === 'yes' };
	return {
		parts,
		filters,
		teams,
		rows: advisorsSeen(db, person, filters),
		crumbs: [{ href: '/', label: 'Home' }, { label: 'Staff' }]
	};
};
