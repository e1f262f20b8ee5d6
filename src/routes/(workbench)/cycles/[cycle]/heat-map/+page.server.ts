import { can } from '#lib/domain/access/can.ts';
import { heatFilterOf } from '#lib/domain/cycles/board-filter.ts';
import { cycleSeen } from '#lib/domain/cycles/finding.server.ts';
import { heatPage } from '#lib/domain/cycles/heat-page.server.ts';
import { directorateChoices } from '#lib/domain/cycles/launch-choices.server.ts';
import { movementOf } from '#lib/domain/cycles/movement.server.ts';
import { headlineOf, movementInWords } from '#lib/domain/cycles/movement.ts';
import { frameworkOf } from '#lib/domain/frameworks/finding.server.ts';
import { allowed } from '#lib/server/guard.ts';
import { sentOnce } from '#lib/ui/sent-once.ts';
import type { PageServerLoad } from './$types';

/** It is read and its filter is a plain form: without a script its figures are sent once, not twice. */
export const csr = false;

export const load: PageServerLoad = (event) => {
	const person = allowed(event, 'see cycles');
	const { db } = event.locals;
	const cycle = cycleSeen(db, event.params.cycle);
	const framework = frameworkOf(db, cycle.frameworkVersionId);
	const filter = heatFilterOf(event.url.searchParams);
	const page = heatPage(db, framework, cycle.id, filter);
	const movement = movementOf(db, framework, cycle.id, filter.directorate);
	return {
		cycle: { id: cycle.id, name: cycle.name, closedAt: cycle.closedAt },
		canRun: can(person, 'run cycles'),
		hasLevels: !!framework.levels?.length,
		filter,
		...page,
		heat: sentOnce(event, page.heat),
		moved: sentOnce(event, page.moved),
		movement: sentOnce(event, movement),
		headline: headlineOf(movement),
		sentence: movementInWords(movement),
		directorates: sentOnce(event, directorateChoices(db)),
		crumbs: [
			{ href: '/', label: 'Home' },
			{ href: '/cycles', label: 'Cycles' },
			{ href: `/cycles/${cycle.id}`, label: cycle.name },
			{ label: 'Heat map' }
		]
	};
};
