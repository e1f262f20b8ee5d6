import { measuresCrumbs } from '#lib/domain/measures/crumbs.ts';
import { measuresInSight } from '#lib/domain/measures/finding.server.ts';
import { monthFiltersIn } from '#lib/domain/measures/month-filters.ts';
import { monthsListed, mostMonths } from '#lib/domain/measures/months.server.ts';
import { entersValues } from '#lib/domain/measures/whose-values.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const sight = measuresInSight(db, person);
	const query = event.url.searchParams;
	const filters = monthFiltersIn(query);
	const from = Number(query.get('from'));
	const thisYear = Number(today.slice(0, 4));
	return {
		filters,
		...monthsListed(db, sight.releasedOnly, filters, Number.isInteger(from) ? from : 0, today),
		years: Array.from({ length: mostMonths / 12 + 1 }, (_, back) => String(thisYear - back)),
		measure: query.get('measure') ?? '',
		releasedOnly: sight.releasedOnly,
		parts: { enters: entersValues(person) },
		crumbs: measuresCrumbs({ label: 'Months' })
	};
};
