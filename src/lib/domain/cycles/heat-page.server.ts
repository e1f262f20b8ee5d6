import type { Framework } from '#lib/domain/frameworks/document.ts';
import { betweenWrites } from '#lib/server/between-writes.ts';
import type { Database } from '#lib/server/database.ts';
import type { HeatFilter, HeatView } from './board-filter.ts';
import { heatMapOf } from './heat-map.server.ts';
import { heatShown } from './heat-shown.ts';
import { movedServices } from './moved-services.ts';

const nameOf = (cycleId: string, { basis, view, directorate, after }: HeatFilter) =>
	JSON.stringify([cycleId, basis, view, directorate, after]);

/** One page of a cycle's heat map, from kept results; kept until anything is written, as all is that counts the council. */
export const heatRows: typeof heatMapOf = (db, cycleId, filter) =>
	betweenWrites(db, `heat map ${nameOf(cycleId, filter)}`, () => heatMapOf(db, cycleId, filter));

/** A page of the heat map as it is shown, with who moved since their baseline and how many are below their target. */
export const heatPage = (db: Database, framework: Framework, cycleId: string, filter: HeatFilter & { view: HeatView }) =>
	betweenWrites(db, `heat page ${nameOf(cycleId, filter)}`, () => {
		const { rows, next } = heatMapOf(db, cycleId, filter);
		return {
			heat: heatShown(framework, filter.view, rows, { hrefOf: ({ assessment }) => `/assessments/${assessment}` }),
			shown: rows.length,
			moved: movedServices(rows),
			below: rows.filter(({ target, status, agreedLevel }) => status === 'agreed' && target !== null && (agreedLevel ?? 0) < target).length,
			next
		};
	});
