import type { Framework, Kind } from './document.ts';
import { filledIn, shownIn, type DraftField, type FieldFault, type Typed } from '../versions/draft-fields.ts';
import { groupLabels, placeName, type EntryGroup } from '../versions/draft-entries.ts';
import { listFields, listOf, withList, isListPart } from './draft-lists.ts';

/** The parts of a draft around its criteria, each a page of its own. */
export const draftParts = ['about', 'themes', 'levels', 'thresholds', 'scale', 'outcomes'] as const;
export type DraftPart = (typeof draftParts)[number];

const partsOf: Record<Kind, readonly DraftPart[]> = {
	staged: ['about', 'themes', 'levels', 'thresholds'],
	rubric: ['about', 'themes', 'levels'],
	compliance: ['about', 'themes', 'scale', 'outcomes']
};

export const partNames: Record<DraftPart, string> = {
	about: 'Name, description and source',
	themes: 'Themes',
	levels: 'Levels and awards',
	thresholds: 'Thresholds',
	scale: 'Rating scale',
	outcomes: 'Outcomes'
};

/** The parts that a framework of this kind has. */
export const partsFor = (kind: Kind): readonly DraftPart[] => partsOf[kind];

const about: DraftField[] = [
	{ name: 'name', label: 'Name', kind: 'line', path: ['name'] },
	{ name: 'number', label: 'Version', hint: 'Such as 1.1. Each version has its own number', kind: 'line', path: ['version'] },
	{ name: 'about', label: 'What it is and how it is used', kind: 'text', path: ['about'] },
	{ name: 'source-title', label: 'Title of the source', kind: 'line', path: ['source', 'title'] },
	{ name: 'source-publisher', label: 'Publisher of the source', kind: 'line', path: ['source', 'publisher'] },
	{ name: 'source-published', label: 'Year of the source', kind: 'whole', path: ['source', 'year'], optional: true },
	{ name: 'source-place', label: 'Place in the source', kind: 'line', path: ['source', 'place'], optional: true }
];

const achieved = [
	{ value: 'N', label: 'Not achieved' },
	{ value: 'P', label: 'Partially achieved' },
	{ value: 'L', label: 'Largely achieved' },
	{ value: 'F', label: 'Fully achieved' }
];
const thresholds: DraftField[] = [
	{
		name: 'at-level',
		label: 'Least rating of a level’s own criteria',
		kind: 'choice',
		path: ['thresholds', 'atLevel'],
		options: achieved
	},
	{
		name: 'below',
		label: 'Least rating of the criteria of every level below',
		kind: 'choice',
		path: ['thresholds', 'below'],
		options: achieved
	}
];

/** The fields of a part, in groups: one for each entry of a list, with an empty one for a new entry. */
export function fieldGroups(draft: Framework, part: DraftPart): EntryGroup[] {
	if (part === 'about') return [{ title: '', fields: about }];
	if (part === 'thresholds') return [{ title: '', fields: thresholds }];
	return listFields(draft, part);
}

/** What the form of a part shows. */
export function partShown(draft: Framework, part: DraftPart): Typed {
	const groups = fieldGroups(draft, part);
	const shown = Object.fromEntries(groups.flatMap(({ fields }) => fields).map((field) => [field.name, shownIn(draft, field)]));
	if (isListPart(part) && part !== 'levels' && part !== 'scale')
		listOf(draft, part).forEach((_, index) => (shown[placeName(index)] = String(index + 1)));
	return shown;
}

/** The labels of a part's fields, as both texts of a stale save are told apart. */
export const partLabels = (draft: Framework, part: DraftPart): Record<string, string> => groupLabels(fieldGroups(draft, part));

/** A draft with a part as it was typed, and what could not be read. */
export function withPart(draft: Framework, part: DraftPart, typed: Typed): { document: Framework; faults: FieldFault[] } {
	if (isListPart(part)) return withList(draft, part, typed);
	const filled = filledIn(draft, part === 'about' ? about : thresholds, typed);
	if (part === 'about' && !filled.document.name) filled.faults.push({ field: 'name', text: 'Enter a name' });
	if (part === 'about' && !/^\d{1,4}\.\d{1,4}$/.test(filled.document.version))
		filled.faults.push({ field: 'number', text: 'Enter a version such as 1.1' });
	return filled;
}
