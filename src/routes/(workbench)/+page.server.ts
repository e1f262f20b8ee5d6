import { servicesWhere } from '#lib/domain/access/can.ts';
import { sectionsFor } from '#lib/domain/access/sections.ts';
import { myActions } from '#lib/domain/home/my-actions.server.ts';
import { runningCycles } from '#lib/domain/home/cycles-to-see-to.server.ts';
import { myServices } from '#lib/domain/home/my-services.server.ts';
import { needsOf } from '#lib/domain/home/needs.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	return {
		needs: needsOf(db, person, today),
		services: myServices(db, person, today),
		actions: myActions(db, person, today),
		cycles: runningCycles(db, person),
		readsReports: servicesWhere(person, 'see council report') === 'all',
		places: sectionsFor(person).flatMap((section) => (section.within.length ? section.within : section.href === '/' ? [] : [section]))
	};
};
