import { comparisonSeen } from '#lib/reports/kept/comparison.server.ts';
import { keptCrumbs } from '#lib/reports/kept/crumbs.server.ts';
import { keptSeen, neighboursOf, othersOf } from '#lib/reports/kept/finding.server.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const kept = keptSeen(db, person, event.params.kept);
	const asked = event.url.searchParams.get('with') ?? String(neighboursOf(db, kept).before ?? notFound());
	const { before, after, report } = comparisonSeen(db, person, kept, asked);
	return {
		number: kept.number,
		before: before.number,
		after: after.number,
		other: asked,
		others: othersOf(db, kept),
		report,
		crumbs: keptCrumbs(person, { href: `/reports/kept/${kept.number}`, label: `Kept report ${kept.number}` }, { label: 'Comparison' })
	};
};
