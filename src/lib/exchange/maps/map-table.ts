import { writeDuration } from '#lib/domain/maps/durations.ts';
import type { JourneyMap } from '#lib/domain/maps/map.ts';
import type { TableForExport } from '../table-for-export.ts';
import { mapColumns } from './map-columns.ts';

const numbers = new Set(['stageNumber', 'emotion', 'demand', 'failureDemand', 'version']);
const wide = new Set(['does', 'wants', 'backstage', 'quote', 'painPoints']);

/** A map as a table, one row a step; a stage without steps is a row with nothing but the stage. */
export const mapTable = (map: JourneyMap, journeyName: string): TableForExport => ({
	name: `${journeyName} ${map.kind} map`,
	sheet: 'Map',
	columns: mapColumns.map(({ key, label }) => ({
		key,
		label,
		kind: numbers.has(key) ? 'number' : 'text',
		width: wide.has(key) ? 40 : 16
	})),
	rows: map.stages.flatMap(({ name, who, steps }, i) => {
		const stage = { stageNumber: i + 1, stage: name, who };
		if (!steps.length) return [stage];
		return steps.map((step) => ({
			...stage,
			...step,
			waitingMinutes: writeDuration(step.waitingMinutes),
			handlingMinutes: writeDuration(step.handlingMinutes),
			momentOfTruth: step.momentOfTruth ? 'yes' : 'no'
		}));
	})
});
