import type { Journey } from '#lib/domain/journeys/finding.server.ts';
import { mapOf } from '#lib/domain/maps/reading.server.ts';
import type { Database } from '#lib/server/database.ts';
import type { DemandFilters } from './filters.ts';
import { sayPredictable } from './kinds.ts';
import { everyContact } from './listing.server.ts';
import { demandSteps, sayStep } from './steps.ts';

/** The demand log as a table to take away, as it is narrowed and sorted: the columns are those that an import reads. */
export function contactsTable(db: Database, journey: Journey, filters: DemandFilters) {
	const steps = new Map(demandSteps(mapOf(db, journey.id, 'as-is')).map((step) => [step.id, sayStep(step)]));
	return {
		name: `Demand log journey ${journey.number}`,
		sheet: 'Demand log',
		columns: [
			{ key: 'words', label: 'What the customer said', kind: 'text', width: 60 },
			{ key: 'kind', label: 'Value or failure', kind: 'text' },
			{ key: 'type', label: 'What it is about', kind: 'text', width: 30 },
			{ key: 'channel', label: 'Channel', kind: 'text' },
			{ key: 'predictable', label: 'Predictable', kind: 'text' },
			{ key: 'heardOn', label: 'Day heard', kind: 'day' },
			{ key: 'step', label: 'Step', kind: 'text', width: 40 }
		] as const,
		rows: rowsOf(everyContact(db, journey.id, filters), steps)
	};
}

function* rowsOf(listed: ReturnType<typeof everyContact>, steps: Map<string, string>) {
	for (const { predictable, stepId, ...contact } of listed)
		yield { ...contact, predictable: sayPredictable(predictable), step: (stepId && steps.get(stepId)) ?? '' };
}
