import { servicesWhere } from '#lib/domain/access/can.ts';
import { filtersIn } from '#lib/domain/actions/filters.ts';
import { actionsListed, choicesOf, countsByStatus } from '#lib/domain/actions/listing.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

const numberIn = (text: string | null) => (text && /^\d{1,9}$/.test(text) ? Number(text) : undefined);

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const query = event.url.searchParams;
	const filters = filtersIn(query);
	return {
		filters,
		...actionsListed(db, person, filters, { after: numberIn(query.get('after')), before: numberIn(query.get('before')) }, today),
		counts: countsByStatus(db, person, filters, today),
		choices: choicesOf(db, person),
		canAdd: servicesWhere(person, 'manage actions').length > 0,
		added: numberIn(query.get('added')) ?? 0,
		crumbs: [{ href: '/', label: 'Home' }, { label: 'Actions' }]
	};
};
