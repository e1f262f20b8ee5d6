import { journeyCrumbs } from '#lib/domain/journeys/crumbs.ts';
import { journeySeen } from '#lib/domain/journeys/finding.server.ts';
import { checksOf } from '#lib/domain/principles/reading.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const journey = journeySeen(db, person, event.params.journey);
	return {
		journey: { id: journey.id, name: journey.name, number: journey.number },
		checks: checksOf(db, journey.id).map(({ explained: _, breached, ...check }) => ({ ...check, breached: breached.length })),
		crumbs: journeyCrumbs(journey, { label: 'Principles' })
	};
};
