import { can } from '#lib/domain/access/can.ts';
import { measuresCrumbs } from '#lib/domain/measures/crumbs.ts';
import { measureByKey, measuresInSight } from '#lib/domain/measures/finding.server.ts';
import { monthsShown } from '#lib/domain/measures/measure-figures.server.ts';
import { measurePage } from '#lib/domain/measures/measure-page.server.ts';
import { partsAsked } from '#lib/domain/measures/parts-page.ts';
import { entersValues, whoseAsked } from '#lib/domain/measures/whose-values.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { sentOnce } from '#lib/ui/sent-once.ts';
import type { PageServerLoad } from './$types';

/** It is read and its filter is a plain form: without a script its figures are sent once, not twice. */
export const csr = false;

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const sight = measuresInSight(db, person);
	const measure = measureByKey(db, event.params.measure);
	const query = event.url.searchParams;
	const whose = whoseAsked(db, sight, query);
	const months = monthsShown.find((number) => String(number) === query.get('months')) ?? 24;
	const parts = partsAsked(query);
	return {
		page: sentOnce(event, measurePage(db, person, sight, measure, { ...whose.place, months, parts }, today)),
		whose: sentOnce(event, whose),
		months,
		parts,
		keeps: can(person, 'keep measures'),
		enters: entersValues(person) && !measure.retiredOn,
		crumbs: measuresCrumbs({ label: measure.name })
	};
};
