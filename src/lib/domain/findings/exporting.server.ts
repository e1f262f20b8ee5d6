import type { Person } from '#lib/domain/access/person.ts';
import { dayOf } from '#lib/domain/calendar/dates.ts';
import type { Database } from '#lib/server/database.ts';
import type { FindingFilters, RecommendationFilters } from './filters.ts';
import { everyFinding } from './listing.server.ts';
import { principleOf } from './reading.server.ts';
import { everyRecommendation } from './recommendations-listing.server.ts';
import { sourceWords } from './wording.ts';

const findingColumns = [
	{ key: 'what', label: 'Finding', kind: 'text', width: 60 },
	{ key: 'severity', label: 'Severity', kind: 'text' },
	{ key: 'howOften', label: 'How often', kind: 'text' },
	{ key: 'service', label: 'Service', kind: 'text' },
	{ key: 'source', label: 'Came from', kind: 'text' },
	{ key: 'cameFrom', label: 'Which one', kind: 'text', width: 30 },
	{ key: 'journey', label: 'Journey', kind: 'text', width: 30 },
	{ key: 'step', label: 'Step', kind: 'text', width: 40 },
	{ key: 'rootCause', label: 'Root cause', kind: 'text', width: 40 },
	{ key: 'principle', label: 'Principle breached', kind: 'text', width: 40 },
	{ key: 'breaches', label: 'Standard or promise breached', kind: 'text', width: 40 },
	{ key: 'recommendations', label: 'Recommendations', kind: 'number' },
	{ key: 'foundBy', label: 'Found by', kind: 'text' },
	{ key: 'foundOn', label: 'Found on', kind: 'day' },
	{ key: 'withdrawnReason', label: 'Why withdrawn', kind: 'text', width: 40 }
] as const;

/** A list of findings as a table to take away, as it is narrowed and sorted, all its pages. */
export function findingsTable(db: Database, person: Person, filters: FindingFilters) {
	function* rows() {
		for (const { whys, source, foundAt, step, stepId, journeyId, ...row } of everyFinding(db, person, filters)) {
			const principle = principleOf(db, row);
			yield {
				...row,
				source: sourceWords[source],
				step: step ?? (stepId ? 'A step that has gone from the map' : journeyId ? 'The whole journey' : ''),
				rootCause: whys.at(-1) ?? '',
				principle: principle ? `${principle.framework} ${principle.number} ${principle.title}` : (row.criterion ?? ''),
				foundOn: dayOf(foundAt)
			};
		}
	}
	return { name: 'Findings', columns: findingColumns, rows: rows() };
}

const recommendationColumns = [
	{ key: 'number', label: 'Number', kind: 'number' },
	{ key: 'text', label: 'Recommendation', kind: 'text', width: 60 },
	{ key: 'state', label: 'State', kind: 'text' },
	{ key: 'finding', label: 'Finding', kind: 'text', width: 50 },
	{ key: 'severity', label: 'Severity', kind: 'text' },
	{ key: 'service', label: 'Service', kind: 'text' },
	{ key: 'journey', label: 'Journey', kind: 'text', width: 30 },
	{ key: 'customerBenefit', label: 'What customers gain', kind: 'text', width: 40 },
	{ key: 'customerValue', label: 'Worth to customers', kind: 'number' },
	{ key: 'councilBenefit', label: 'What the council gains', kind: 'text', width: 40 },
	{ key: 'councilValue', label: 'Worth to the council', kind: 'number' },
	{ key: 'value', label: 'Value', kind: 'number', decimals: 2 },
	{ key: 'effort', label: 'Effort', kind: 'number' },
	{ key: 'quadrant', label: 'Place in the matrix', kind: 'text' },
	{ key: 'cost', label: 'Cost (£)', kind: 'number', decimals: 2 },
	{ key: 'contactsAvoided', label: 'Contacts avoided a year', kind: 'number' },
	{ key: 'avoidedChannel', label: 'Channel', kind: 'text' },
	{ key: 'otherSaving', label: 'Other saving a year (£)', kind: 'number', decimals: 2 },
	{ key: 'otherSavingWhy', label: 'How the other saving was worked out', kind: 'text', width: 40 },
	{ key: 'saving', label: 'Saving a year (£)', kind: 'number', decimals: 2 },
	{ key: 'savingNote', label: 'About the saving', kind: 'text' },
	{ key: 'paybackMonths', label: 'Paid back after (months)', kind: 'number' },
	{ key: 'actionNumber', label: 'Action', kind: 'number' }
] as const;

const inPounds = (pence: number | null) => (pence === null ? null : pence / 100);

/** A list of recommendations as a table to take away, all its pages. */
export function recommendationsTable(db: Database, person: Person, filters: RecommendationFilters) {
	function* rows() {
		for (const { saving, costPence, otherSavingPence, value, ...row } of everyRecommendation(db, person, filters))
			yield {
				...row,
				value: value === null ? null : Number(value),
				cost: inPounds(costPence),
				otherSaving: inPounds(otherSavingPence),
				saving: inPounds(saving.yearlyPence),
				savingNote: saving.isAtLeast ? 'Part of it is not known: the channel has no cost' : '',
				paybackMonths: saving.paybackMonths
			};
	}
	return { name: 'Recommendations', columns: recommendationColumns, rows: rows() };
}
