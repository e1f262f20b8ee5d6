import { can } from '#lib/domain/access/can.ts';
import { heatFilterOf } from '#lib/domain/cycles/board-filter.ts';
import { cycleSeen } from '#lib/domain/cycles/finding.server.ts';
import { heatAward, heatCells, heatColumns } from '#lib/domain/cycles/heat-cells.ts';
import { heatMapOf } from '#lib/domain/cycles/heat-map.server.ts';
import { directorateChoices } from '#lib/domain/cycles/launch-choices.server.ts';
import { movementOf } from '#lib/domain/cycles/movement.server.ts';
import { headlineOf, movementInWords } from '#lib/domain/cycles/movement.ts';
import { frameworkOf } from '#lib/domain/frameworks/finding.server.ts';
import { allowed } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

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
		columns: heatColumns(framework, filter.view),
		rows: rows.map((row) => ({
			service: row.service,
			directorate: row.directorate,
			assessment: row.assessment,
			cells: heatCells(framework, filter.view, row),
			...heatAward(framework, row)
		})),
		moved: rows.flatMap(({ assessment, service, status, isBaseline, agreedLevel, agreedAward, baselineLevel, baselineAward }) =>
			status === 'agreed' && !isBaseline && agreedLevel !== null && baselineLevel !== null
				? [{ assessment, service, agreedLevel, agreedAward, baselineLevel, baselineAward }]
				: []
		),
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
