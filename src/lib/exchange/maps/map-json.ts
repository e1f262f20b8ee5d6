import type { JourneyMap } from '#lib/domain/maps/map.ts';
import { stepFieldNames } from '#lib/domain/maps/step-fields.ts';

/** The version of the published schema that is written and read; a change that old files do not fit makes the next. */
export const formatVersion = 1;
export const format = 'golden-thread-journey-map';
/** Where the schema is served. */
export const schemaAddress = '/schemas/journey-map-1.json';

/** A map as JSON after the published schema: everything it says, times in minutes. */
export function mapJson(map: JourneyMap, journey: { name: string; words: string }): string {
	const document = {
		$schema: schemaAddress,
		format,
		formatVersion,
		journey: { name: journey.name, words: journey.words },
		kind: map.kind,
		stages: map.stages.map(({ name, who, steps }) => ({
			name,
			who,
			steps: steps.map((step) => ({
				id: step.id,
				version: step.version,
				fromStepId: step.fromStepId,
				...Object.fromEntries(stepFieldNames.map((field) => [field, step[field]]))
			}))
		}))
	};
	return `${JSON.stringify(document, null, '\t')}\n`;
}
