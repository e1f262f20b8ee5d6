import { can } from '#lib/domain/access/can.ts';
import { teamsToChoose } from '#lib/domain/paf-sheets/staff-seen.server.ts';
import { coursesNow, trainingFiltersIn, trainingListed } from '#lib/domain/training/listing.server.ts';
import { pageSize } from '#lib/server/paging.ts';
import { mustHave } from '#lib/domain/paf/running.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const parts = mustHave(person, 'leads');
	const teams = teamsToChoose(db, person, 'see staff results');
	const filters = trainingFiltersIn(event.url.searchParams);
	const rows = trainingListed(db, person, filters, today);
	return {
		filters,
		teams,
		courses: coursesNow(db).map(({ id, name }) => ({ value: id, label: name })),
		rows: rows.slice(filters.page * pageSize, (filters.page + 1) * pageSize),
		all: rows.length,
		overdue: rows.filter(({ state }) => state === 'overdue').length,
		isMore: rows.length > (filters.page + 1) * pageSize,
		parts,
		manages: can(person, 'manage training'),
		crumbs: [{ href: '/', label: 'Home' }, { label: 'Training' }]
	};
};
