import { measuresCrumbs } from '#lib/domain/measures/crumbs.ts';
import { measuresInSight } from '#lib/domain/measures/finding.server.ts';
import { monthsListed } from '#lib/domain/measures/months.server.ts';
import { entersValues } from '#lib/domain/measures/whose-values.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const sight = measuresInSight(db, person);
	const query = event.url.searchParams;
	const years = query.get('years') === '5' ? 5 : 2;
	return {
		months: monthsListed(db, sight.releasedOnly, years * 12, today),
		years,
		measure: query.get('measure') ?? '',
		parts: { enters: entersValues(person) },
		crumbs: measuresCrumbs({ label: 'Months' })
	};
};
