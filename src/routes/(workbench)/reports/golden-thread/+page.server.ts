import { threadScope, threadScopes } from '#lib/reports/golden-thread/scope.server.ts';
import { hasReports } from '#lib/reports/listing.server.ts';
import { keepable } from '#lib/reports/kept/subject.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { inWorker } from '#lib/work/in-worker.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const { id, name } = threadScope(db, person, event.url.searchParams.get('of') ?? '');
	const scopes = threadScopes(db);
	return {
		report: await inWorker(db, 'describe a report', { report: 'golden thread' as const, id, person, today }),
		of: id,
		scopes: scopes.some(({ value }) => value === id) ? scopes : [...scopes, { value: id, label: name }],
		keep: keepable(db, person, 'golden thread', id),
		crumbs: [
			{ href: '/', label: 'Home' },
			...(hasReports(person) ? [{ href: '/reports', label: 'Reports' }] : []),
			{ href: '/thread', label: 'Golden thread' },
			{ label: 'Report' }
		]
	};
};
