import { journeyCrumbs } from '#lib/domain/journeys/crumbs.ts';
import { journeySeen } from '#lib/domain/journeys/finding.server.ts';
import { isMapKind, mapKinds } from '#lib/domain/maps/step-words.ts';
import { stepList } from '#lib/domain/maps/picture/step-list.ts';
import { mapOf } from '#lib/domain/maps/reading.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const journey = journeySeen(db, person, event.params.journey);
	const maps = { 'as-is': mapOf(db, journey.id, 'as-is'), 'to-be': mapOf(db, journey.id, 'to-be') };
	const asked = event.url.searchParams.get('map');
	const kind = isMapKind(asked) ? asked : maps['as-is'] || !maps['to-be'] ? 'as-is' : 'to-be';
	return {
		journey,
		kind,
		begun: mapKinds.filter((one) => maps[one]),
		stages: stepList(maps[kind]),
		crumbs: journeyCrumbs(journey, { href: `/journeys/${journey.id}/picture`, label: 'Picture' }, { label: 'Steps as a list' })
	};
};
