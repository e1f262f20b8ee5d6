import { structureCrumbs } from '#lib/domain/organisation/crumbs.ts';
import { holdersOf } from '#lib/domain/organisation/dependents.server.ts';
import { staffOf } from '#lib/domain/organisation/staff-finding.server.ts';
import { pathTo, teamById } from '#lib/domain/organisation/unit-finding.server.ts';
import { allowed, notFound } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	allowed(event, 'administer');
	const { db } = event.locals;
	const team = teamById(db, event.params.team);
	if (!team) notFound();
	return {
		team,
		staff: staffOf(db, team.id),
		left: staffOf(db, team.id, true),
		holders: holdersOf(db, 'team', team.id),
		crumbs: structureCrumbs(pathTo(db, 'team', team.id))
	};
};
