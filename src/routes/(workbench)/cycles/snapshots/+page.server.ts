import { allowed } from '#lib/server/guard.ts';
import { inWorker } from '#lib/work/in-worker.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	allowed(event, 'run cycles');
	return { crumbs: [{ href: '/', label: 'Home' }, { href: '/cycles', label: 'Cycles' }, { label: 'Check what was agreed' }] };
};

export const actions: Actions = {
	default: async (event) => {
		allowed(event, 'run cycles');
		return { check: await inWorker(event.locals.db, 'check the snapshots', undefined) };
	}
};
