import { can } from '#lib/domain/access/can.ts';
import { cyclesSeen, isRunning } from '#lib/domain/cycles/listing.server.ts';
import { allowed } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = allowed(event, 'see cycles');
	const { rows, next } = cyclesSeen(event.locals.db, event.url.searchParams.get('after') ?? undefined);
	return {
		rows: rows.map((cycle) => ({ ...cycle, isRunning: isRunning(cycle) })),
		next,
		canLaunch: can(person, 'run cycles'),
		today: event.locals.today,
		crumbs: [{ href: '/', label: 'Home' }, { label: 'Cycles' }]
	};
};
