import { can } from '#lib/domain/access/can.ts';
import { measuresCrumbs } from '#lib/domain/measures/crumbs.ts';
import { measureByKey, measuresInSight } from '#lib/domain/measures/finding.server.ts';
import { measurePage, monthsShown } from '#lib/domain/measures/measure-page.server.ts';
import { entersValues, whoseAsked } from '#lib/domain/measures/whose-values.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const sight = measuresInSight(db, person);
	const measure = measureByKey(db, event.params.measure);
	const query = event.url.searchParams;
	const whose = whoseAsked(db, sight, query);
	const months = monthsShown.find((number) => String(number) === query.get('months')) ?? 24;
	return {
		...measurePage(db, person, sight, measure, { ...whose.place, months }, today),
		whose,
		months,
		keeps: can(person, 'keep measures'),
		enters: entersValues(person) && !measure.retiredOn,
		crumbs: measuresCrumbs({ label: measure.name })
	};
};
