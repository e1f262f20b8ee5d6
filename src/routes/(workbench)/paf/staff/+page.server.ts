import { advisorsSeen, leadsSomebody, teamsToChoose } from '#lib/domain/paf-sheets/staff-seen.server.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const query = event.url.searchParams;
	const teams = teamsToChoose(db, person, 'see staff results');
	if (!teams.length) notFound();
	const filters = { team: query.get('team') ?? '', left: query.get('left') === 'yes' };
	return {
		leads: leadsSomebody(person),
		filters,
		teams,
		rows: advisorsSeen(db, person, filters),
		crumbs: [{ href: '/', label: 'Home' }, { label: 'Staff' }]
	};
};
