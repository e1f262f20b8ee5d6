import { demandSummaryOf } from '#lib/domain/demand/counting.server.ts';
import { mayWrite } from '#lib/domain/demand/log-page.server.ts';
import { journeyCrumbs } from '#lib/domain/journeys/crumbs.ts';
import { journeySeen } from '#lib/domain/journeys/finding.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const journey = journeySeen(db, person, event.params.journey);
	return {
		journey,
		mayWrite: mayWrite(person, journey),
		summary: demandSummaryOf(db, journey.id),
		crumbs: journeyCrumbs(journey, { href: `/journeys/${journey.id}/demand`, label: 'Demand log' }, { label: 'Summary' })
	};
};
