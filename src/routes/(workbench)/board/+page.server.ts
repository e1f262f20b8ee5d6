import { can } from '#lib/domain/access/can.ts';
import { boardCrumbs } from '#lib/domain/board/crumbs.ts';
import { boardOverview } from '#lib/domain/board/overview.server.ts';
import { allowed } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = allowed(event, 'see board');
	const { db, today } = event.locals;
	return { ...boardOverview(db, person, today), today, canRun: can(person, 'run board'), crumbs: boardCrumbs() };
};
