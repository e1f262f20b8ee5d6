import { eq } from 'drizzle-orm';
import { people } from '#lib/domain/access/tables.ts';
import { showDay } from '#lib/domain/calendar/dates.ts';
import type { Database } from '#lib/server/database.ts';
import type { Measure } from './finding.server.ts';
import { ownerInWords } from './owners.server.ts';
import { computationTexts, directionLabels, frequencyLabels, unitLabels } from './wording.ts';

/** What the definition of a measure says, a row each. */
export function definitionRows(db: Database, measure: Measure) {
	const owner = measure.ownerId
		? db.select({ name: people.name, jobTitle: people.jobTitle }).from(people).where(eq(people.id, measure.ownerId)).get()
		: null;
	return [
		{ key: 'What is counted', value: measure.numerator },
		{ key: 'Out of', value: measure.denominator ?? 'Nothing: it is a plain count' },
		{ key: 'Counted in', value: unitLabels[measure.unit] },
		{ key: 'Which way is good', value: directionLabels[measure.direction] },
		{ key: 'Why it is measured', value: measure.why || '–' },
		{ key: 'How often', value: frequencyLabels[measure.frequency] },
		{ key: 'Old after', value: `${measure.staleAfter} days after the end of its period` },
		{ key: 'Where the figures come from', value: measure.dataFrom || '–' },
		...(measure.computation ? [{ key: 'Worked out by the workbench', value: computationTexts[measure.computation] }] : []),
		{ key: 'Source', value: measure.source || '–' },
		{ key: 'Owner', value: owner ? ownerInWords(owner) : 'Nobody yet' },
		...(measure.retiredOn ? [{ key: 'Retired', value: showDay(measure.retiredOn) }] : [])
	];
}
