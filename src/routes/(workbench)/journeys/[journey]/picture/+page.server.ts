import { journeyCrumbs } from '#lib/domain/journeys/crumbs.ts';
import { journeySeen } from '#lib/domain/journeys/finding.server.ts';
import { acrossOf, inParts } from '#lib/domain/maps/picture/columns.ts';
import { mostDemand } from '#lib/domain/maps/picture/lanes.ts';
import { pictureOf } from '#lib/domain/maps/picture/picture-page.server.ts';
import { findingsOf } from '#lib/domain/findings/reading.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const journey = journeySeen(db, person, event.params.journey);
	const { groups, ...picture } = pictureOf(db, journey);
	return {
		journey,
		...picture,
		parts: inParts(groups, acrossOf(groups)),
		most: mostDemand(groups.flatMap(({ columns }) => columns)),
		findings: findingsOf(db, journey.id),
		crumbs: journeyCrumbs(journey, { label: 'Picture' })
	};
};
