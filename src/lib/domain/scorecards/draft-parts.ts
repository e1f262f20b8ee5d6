import { filledIn, shownIn, type DraftField, type FieldFault, type Typed } from '../versions/draft-fields.ts';
import { groupLabels, idFor, keptEntries, nameOfEntry, placeName, type EntryGroup } from '../versions/draft-entries.ts';
import { partIdForm, type Scorecard, type Section } from './card.ts';

/** The parts of a draft around its questions, each a page of its own. */
export const draftParts = ['about', 'bands', 'sections'] as const;
export type DraftPart = (typeof draftParts)[number];

export const partNames: Record<DraftPart, string> = {
	about: 'Name, description and pass mark',
	bands: 'Score bands',
	sections: 'Sections and their weights'
};

const about: DraftField[] = [
	{ name: 'name', label: 'Name', kind: 'line', path: ['name'] },
	{ name: 'number', label: 'Version', hint: 'Such as 1.1. Each version has its own number', kind: 'line', path: ['version'] },
	{ name: 'about', label: 'What it is for and how it is used', kind: 'text', path: ['about'] },
	{ name: 'source', label: 'Source', hint: 'What it is drawn from', kind: 'text', path: ['source'] },
	{
		name: 'passMark',
		label: 'Pass mark',
		hint: 'The quality score from which a contact passes, 0 to 100',
		kind: 'number',
		path: ['passMark']
	}
];

const bandFields = (index: number): DraftField[] => [
	{ name: nameOfEntry(index), label: 'Name', kind: 'line', path: ['bands', index, 'name'] },
	{
		name: `from-${index}`,
		label: 'From this score up',
		hint: '0 to 100; the lowest begins at 0',
		kind: 'number',
		path: ['bands', index, 'from']
	}
];

const sectionFields = (index: number, isNew: boolean): DraftField[] => [
	{ name: nameOfEntry(index), label: 'Name', kind: 'line', path: ['sections', index, 'name'] },
	{
		name: `id-${index}`,
		label: 'Letter',
		hint: isNew ? 'Leave it empty for the next letter that is free' : 'Shown before its name',
		kind: 'line',
		path: ['sections', index, 'id'],
		optional: isNew
	},
	{
		name: `weight-${index}`,
		label: 'Weight',
		hint: 'Beside the other sections: with 10 it counts twice as much as with 5',
		kind: 'number',
		path: ['sections', index, 'weight']
	}
];

/** The fields of a part, in groups: one for each entry of a list, with an empty one for a new entry. */
export function fieldGroups(draft: Scorecard, part: DraftPart): EntryGroup[] {
	if (part === 'about') return [{ title: '', fields: about }];
	const entries = draft[part];
	const one = part === 'bands' ? 'score band' : 'section';
	return [...entries.keys(), entries.length].map((entry) => {
		const isNew = entry === entries.length;
		const name = entries[entry]?.name || `${one} ${entry + 1}`;
		const title = isNew ? `A new ${one}` : part === 'sections' ? `${draft.sections[entry]?.id}. ${name}` : name;
		return { entry, isNew, title, fields: part === 'bands' ? bandFields(entry) : sectionFields(entry, isNew) };
	});
}

/** What the form of a part shows. */
export function partShown(draft: Scorecard, part: DraftPart): Typed {
	const fields = fieldGroups(draft, part).flatMap((group) => group.fields);
	const shown = Object.fromEntries(fields.map((field) => [field.name, shownIn(draft, field)]));
	if (part === 'sections') draft.sections.forEach((_, index) => (shown[placeName(index)] = String(index + 1)));
	return shown;
}

/** The labels of a part's fields, as both texts of a stale save are told apart. */
export const partLabels = (draft: Scorecard, part: DraftPart): Record<string, string> => groupLabels(fieldGroups(draft, part));

/** A draft with a part as it was typed, and what could not be read. A new entry without a name is none. */
export function withPart(draft: Scorecard, part: DraftPart, typed: Typed): { document: Scorecard; faults: FieldFault[] } {
	const groups = fieldGroups(draft, part);
	const adds = (typed[nameOfEntry(groups.length - 1)] ?? '').trim() !== '';
	const { document, faults } = filledIn(
		draft,
		groups.filter(({ isNew }) => !isNew || adds).flatMap((group) => group.fields),
		typed
	);
	if (part === 'about') return { document, faults: [...faults, ...aboutFaults(document)] };
	return part === 'bands' ? withBands(document, typed, faults) : withSections(document, typed, faults);
}

const aboutFaults = ({ name, version }: Scorecard): FieldFault[] => [
	...(name ? [] : [{ field: 'name', text: 'Enter a name' }]),
	...(/^\d{1,4}\.\d{1,4}$/.test(version) ? [] : [{ field: 'number', text: 'Enter a version such as 1.1' }])
];

/** Bands stand in the order of where they begin; an id is made of the name once and stays. */
function withBands(document: Scorecard, typed: Typed, faults: FieldFault[]) {
	const kept = keptEntries(document.bands, typed, false).map(({ entry }) => entry);
	const taken = new Set(kept.map(({ id }) => id));
	const bands = kept.map(({ id, ...band }) => ({ id: id ?? idFor(band.name, 'band', taken), ...band }));
	bands.sort((a, b) => (a.from ?? 101) - (b.from ?? 101));
	return { document: { ...document, bands }, faults };
}

/** Sections keep their questions wherever they go; a new one takes the next free letter unless told otherwise. */
function withSections(document: Scorecard, typed: Typed, faults: FieldFault[]) {
	const taken = new Set(document.sections.map(({ id }) => id?.toUpperCase()));
	const seen = new Set<string>();
	const kept = keptEntries(document.sections, typed, true).map(({ entry, index }): { section: Section; fault: FieldFault[] } => {
		const id = entry.id || freeLetter(taken);
		const text = !partIdForm.test(id)
			? 'Enter a letter, or a short name of letters, figures and hyphens that starts with one'
			: seen.has(id.toLowerCase())
				? `${id} is used by another section`
				: '';
		seen.add(id.toLowerCase());
		const { name, weight, questions = [] } = entry;
		return { section: { id, name, weight, questions }, fault: text ? [{ field: `id-${index}`, text }] : [] };
	});
	return {
		document: { ...document, sections: kept.map(({ section }) => section) },
		faults: [...faults, ...kept.flatMap(({ fault }) => fault)]
	};
}

/** A to Z, then S27 and on. */
function freeLetter(taken: ReadonlySet<string | undefined>): string {
	for (let n = 0; ; n++) {
		const letter = n < 26 ? String.fromCharCode(65 + n) : `S${n + 1}`;
		if (!taken.has(letter)) return letter;
	}
}
