import { can } from '#lib/domain/access/can.ts';
import { someJourneySeen } from '#lib/domain/journeys/sight.server.ts';
import { latestNumber, toolkitVersions } from '#lib/domain/toolkit/finding.server.ts';
import { lessonsWaiting } from '#lib/domain/toolkit/publishing.server.ts';
import { toolkitShown } from '#lib/domain/toolkit/showing.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	someJourneySeen(db, person);
	const mayPublish = can(person, 'publish toolkit');
	return {
		version: toolkitShown(db, latestNumber(db) ?? 0) ?? null,
		versions: toolkitVersions(db),
		mayPublish,
		waiting: mayPublish ? lessonsWaiting(db).length : 0,
		crumbs: [{ href: '/', label: 'Home' }, { href: '/journeys', label: 'Journeys' }, { label: 'Toolkit' }]
	};
};
