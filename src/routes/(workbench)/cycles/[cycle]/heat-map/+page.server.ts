import { can } from '#lib/domain/access/can.ts';
import { heatFilterOf } from '#lib/domain/cycles/board-filter.ts';
import { cycleSeen } from '#lib/domain/cycles/finding.server.ts';
import { heatShown } from '#lib/domain/cycles/heat-shown.ts';
import { heatMapOf } from '#lib/domain/cycles/heat-map.server.ts';
import { directorateChoices } from '#lib/domain/cycles/launch-choices.server.ts';
import { movedServices } from '#lib/domain/cycles/moved-services.ts';
import { movementOf } from '#lib/domain/cycles/movement.server.ts';
import { headlineOf, movementInWords } from '#lib/domain/cycles/movement.ts';
import { frameworkOf } from '#lib/domain/frameworks/finding.server.ts';
import { allowed } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

/** It is read and its filter is a plain form: without a script its figures are sent once, not twice. */
export const csr = false;

export const load: PageServerLoad = (event) => {
	const person = allowed(event, 'see cycles');
	const { db } = event.locals;
	const cycle = cycleSeen(db, event.params.cycle);
	const framework = frameworkOf(db, cycle.frameworkVersionId);
	const filter = heatFilterOf(event.url.searchParams);
	const { rows, next } = heatMapOf(db, cycle.id, filter);
	const movement = movementOf(db, framework, cycle.id, filter.directorate);
	return {
		cycle: { id: cycle.id, name: cycle.name, closedAt: cycle.closedAt },
		canRun: can(person, 'run cycles'),
		hasLevels: !!framework.levels?.length,
		filter,
		heat: heatShown(framework, filter.view, rows, { hrefOf: ({ assessment }) => `/assessments/${assessment}` }),
		shown: rows.length,
		moved: movedServices(rows),
		below: rows.filter(({ target, status, agreedLevel }) => status === 'agreed' && target !== null && (agreedLevel ?? 0) < target).length,
		next,
		movement,
		headline: headlineOf(movement),
		sentence: movementInWords(movement),
		directorates: directorateChoices(db),
		crumbs: [
			{ href: '/', label: 'Home' },
			{ href: '/cycles', label: 'Cycles' },
			{ href: `/cycles/${cycle.id}`, label: cycle.name },
			{ label: 'Heat map' }
		]
	};
};
