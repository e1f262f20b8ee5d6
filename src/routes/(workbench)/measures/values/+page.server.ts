import { measuresCrumbs } from '#lib/domain/measures/crumbs.ts';
import { allMeasures, measuresInSight } from '#lib/domain/measures/finding.server.ts';
import { addPeriods, lastEnded, periodsFrom, showPeriod } from '#lib/domain/measures/period.ts';
import { valueFiltersIn } from '#lib/domain/measures/values-filters.ts';
import { mostCounted, valuesListed } from '#lib/domain/measures/values-listing.server.ts';
import { entersValues, whoseAsked } from '#lib/domain/measures/whose-values.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

/** Months that can be chosen, the latest first. */
const monthsOffered = 60;

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const sight = measuresInSight(db, person);
	const query = event.url.searchParams;
	const last = lastEnded(today);
	const whose = whoseAsked(db, sight, query);
	const filters = { ...valueFiltersIn(query, last), team: whose.team };
	const place = { after: query.get('after') ?? undefined, before: query.get('before') ?? undefined };
	return {
		filters,
		whose,
		...valuesListed(db, sight, filters, place, last),
		mostCounted,
		measures: allMeasures(db).map(({ key, name }) => ({ value: key, label: name })),
		months: periodsFrom(addPeriods(last, 1 - monthsOffered), last)
			.reverse()
			.map((period) => ({ value: period, label: showPeriod(period) })),
		releasedOnly: sight.releasedOnly,
		parts: { enters: entersValues(person) },
		crumbs: measuresCrumbs({ label: 'Values' })
	};
};
