import { adminCrumbs } from '#lib/domain/organisation/crumbs.ts';
import { allowed } from '#lib/server/guard.ts';
import { inWorker } from '#lib/work/in-worker.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	allowed(event, 'administer');
	return { crumbs: adminCrumbs({ href: '/admin/audit', label: 'Audit trail' }, { label: 'Check' }) };
};

export const actions: Actions = {
	default: async (event) => {
		allowed(event, 'administer');
		return { check: await inWorker(event.locals.db, 'check the audit chain', undefined) };
	}
};
