import { someJourneySeen } from '#lib/domain/journeys/sight.server.ts';
import { latestNumber } from '#lib/domain/toolkit/finding.server.ts';
import { toolkitShown } from '#lib/domain/toolkit/showing.server.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	someJourneySeen(db, person);
	if (!/^[1-9]\d{0,5}$/.test(event.params.number)) notFound();
	const version = toolkitShown(db, Number(event.params.number)) ?? notFound();
	return {
		version,
		isLatest: latestNumber(db) === version.number,
		crumbs: [
			{ href: '/', label: 'Home' },
			{ href: '/journeys', label: 'Journeys' },
			{ href: '/journeys/toolkit', label: 'Toolkit' },
			{ label: `Version ${version.number}` }
		]
	};
};
