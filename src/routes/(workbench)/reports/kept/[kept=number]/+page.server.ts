import { keptCrumbs } from '#lib/reports/kept/crumbs.server.ts';
import { keptSeen, neighboursOf } from '#lib/reports/kept/finding.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const kept = keptSeen(db, person, event.params.kept);
	return { seen: kept, ...neighboursOf(db, kept), crumbs: keptCrumbs(person, { label: `Kept report ${kept.number}` }) };
};
