import { keptFrom, type DraftField, type FieldFault, type Typed } from '../versions/draft-fields.ts';
import { idFor, placed } from '../versions/draft-entries.ts';
import type { Path } from '#lib/server/document-faults.ts';
import type { Choice, NumberBand } from './card.ts';
import { notApplicable } from './form-fields.ts';

/* The answers a question can be given, and the bands of a number, are edited in rows: an empty row is none. */

const choiceName = (row: number) => `choice-${row}`;
const choicePlace = (row: number) => `choice-place-${row}`;
const bandEnd = (row: number) => `band-to-${row}`;

/** The fields of each row, with empty rows to go on: as many as are needed for what stands and what was typed. */
const rowsOf = (standing: number, typed: Typed, first: (row: number) => string, fields: (row: number) => DraftField[]): DraftField[][] => {
	let last = standing;
	for (let row = standing; row < 100 && typed[first(row)] !== undefined; row++) if (typed[first(row)]?.trim()) last = row + 1;
	return Array.from({ length: Math.max(3, last + 2) }, (_, row) => fields(row));
};

export const choiceRows = (choices: readonly Choice[], at: Path, typed: Typed = {}): DraftField[][] =>
	rowsOf(choices.length, typed, choiceName, (row) => [
		{ name: choiceName(row), label: 'Answer', kind: 'line', path: [...at, 'choices', row, 'name'] },
		{ name: `choice-worth-${row}`, label: 'Worth', kind: 'number', path: [...at, 'choices', row, 'worth'] },
		{ name: choicePlace(row), label: 'Place', kind: 'whole', path: [...at, 'choices', row, 'place'] }
	]);

export const bandRows = (bands: readonly NumberBand[], at: Path, typed: Typed = {}): DraftField[][] =>
	rowsOf(bands.length, typed, bandEnd, (row) => [
		{ name: bandEnd(row), label: 'Up to and including', kind: 'number', path: [...at, 'bands', row, 'upTo'] },
		{ name: `band-worth-${row}`, label: 'Worth', kind: 'number', path: [...at, 'bands', row, 'worth'] }
	]);

/** What the rows show. */
export const choicesShown = (choices: readonly Choice[]): Typed =>
	Object.fromEntries(
		choices.flatMap(({ name, worth }, row) => [
			[choiceName(row), name ?? ''],
			[`choice-worth-${row}`, worth === undefined ? '' : String(worth)],
			[choicePlace(row), String(row + 1)]
		])
	);
export const bandsShown = (bands: readonly NumberBand[]): Typed =>
	Object.fromEntries(
		bands.flatMap(({ upTo, worth }, row) => [
			[bandEnd(row), upTo === undefined ? '' : String(upTo)],
			[`band-worth-${row}`, worth === undefined ? '' : String(worth)]
		])
	);

const read = (field: DraftField | undefined, typed: Typed, faults: FieldFault[]): unknown => {
	const kept = field ? keptFrom(field, typed[field.name] ?? '') : { value: undefined };
	if ('error' in kept) faults.push({ field: field?.name ?? '', text: kept.error });
	return 'value' in kept ? kept.value : undefined;
};

/** The answers as typed, in their places: one whose name was emptied is taken out; an id is made of the name once and stays. */
export function choicesTyped(before: readonly Choice[], typed: Typed): { choices: Choice[]; faults: FieldFault[] } {
	const faults: FieldFault[] = [];
	const taken = new Set<string | undefined>([notApplicable, ...before.map(({ id }) => id)]);
	const rows = choiceRows(before, [], typed).flatMap(([name, worth], row) => {
		const text = read(name, typed, faults) as string;
		if (!text) return [];
		const id = before[row]?.id ?? idFor(text, 'answer', taken);
		taken.add(id);
		const value = read(worth, typed, faults);
		return [{ row, choice: { id, name: text, ...(value === undefined ? {} : { worth: value }) } as Choice }];
	});
	rows.sort((a, b) => placed(typed, a.row, choicePlace) - placed(typed, b.row, choicePlace));
	return { choices: rows.map(({ choice }) => choice), faults };
}

/** The bands as typed, the smallest numbers first and the one without an end last; an empty row is none. */
export function bandsTyped(before: readonly NumberBand[], typed: Typed): { bands: NumberBand[]; faults: FieldFault[] } {
	const faults: FieldFault[] = [];
	const bands = bandRows(before, [], typed).flatMap(([end, worth]) => {
		const upTo = read(end, typed, faults);
		const value = read(worth, typed, faults);
		if (upTo === undefined && value === undefined) return [];
		return [{ ...(upTo === undefined ? {} : { upTo }), ...(value === undefined ? {} : { worth: value }) } as NumberBand];
	});
	bands.sort((a, b) => (a.upTo ?? Infinity) - (b.upTo ?? Infinity));
	return { bands, faults };
}
