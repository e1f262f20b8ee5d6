import type { Criterion, Framework, Level, Outcome, Rating } from './document.ts';
import { filledIn, setAt, type DraftField, type FieldFault, type Typed } from '../versions/draft-fields.ts';
import { idFor, keptEntries, nameOfEntry, type EntryGroup } from '../versions/draft-entries.ts';

const listParts = ['themes', 'levels', 'scale', 'outcomes'] as const;
export type ListPart = (typeof listParts)[number];
export const isListPart = (part: string): part is ListPart => listParts.some((one) => one === part);

type Entry = { id?: string; name?: string };
export const listOf = (draft: Framework, part: ListPart): Entry[] => (draft[part] as Entry[] | undefined) ?? [];

const one: Record<ListPart, string> = { themes: 'theme', levels: 'level', scale: 'rating', outcomes: 'outcome' };

/** The fields of a list, a group for each entry and an empty one for a new entry. */
export function listFields(draft: Framework, part: ListPart): EntryGroup[] {
	const entries = listOf(draft, part);
	return [...entries.keys(), entries.length].map((entry) => ({
		entry,
		isNew: entry === entries.length,
		title:
			entry === entries.length
				? `A new ${one[part]}`
				: part === 'levels'
					? `Level ${entry + 1}`
					: entries[entry]?.name || `${one[part]} ${entry + 1}`,
		fields: entryFields(draft, part, entry)
	}));
}

function entryFields(draft: Framework, part: ListPart, index: number): DraftField[] {
	const at = (...path: (string | number)[]) => [part, index, ...path];
	const name: DraftField = { name: nameOfEntry(index), label: 'Name', kind: 'line', path: at('name') };
	const about: DraftField = {
		name: `about-${index}`,
		label: 'What it means',
		kind: 'text',
		path: at('about'),
		optional: part === 'themes'
	};
	if (part === 'themes') return [name, about];
	if (part === 'levels') return [name, { name: `award-${index}`, label: 'Award', kind: 'line', path: at('award'), optional: true }, about];
	if (part === 'scale')
		return [
			name,
			{ name: `worth-${index}`, label: 'Worth', hint: 'From 0 for the worst to 1 for the best', kind: 'number', path: at('worth') },
			about
		];
	const ratings = draft.scale ?? [];
	return [
		name,
		about,
		...ratings.map((rating): DraftField => ({
			name: `most-${index}-${rating.id}`,
			label: `At most so many “${rating.name}”`,
			kind: 'whole',
			path: at('atMost', rating.id),
			optional: true
		})),
		{ name: `share-${index}`, label: 'At least this share, in per cent', kind: 'percent', path: at('atLeast', 'share'), optional: true },
		{
			name: `ratings-${index}[]`,
			label: 'Ratings that count towards the share',
			kind: 'ticks',
			path: at('atLeast', 'ratings'),
			optional: true,
			options: ratings.map(({ id, name: label }) => ({ value: id, label }))
		}
	];
}

/**
 * A draft with a list as it was typed: entries removed, moved and added, with what follows for the rest of the document.
 * A new entry without a name is none; its id is made of its name and never changes again, because answers are kept by it.
 */
export function withList(draft: Framework, part: ListPart, typed: Typed): { document: Framework; faults: FieldFault[] } {
	const before = listOf(draft, part).length;
	const adds = (typed[nameOfEntry(before)] ?? '').trim() !== '';
	const fields = listFields(draft, part).flatMap((group) => (group.isNew && !adds ? [] : group.fields));
	const { document, faults } = filledIn(draft, fields, typed);
	const entries = listOf(document, part);
	entries.forEach((entry) => {
		if (part !== 'levels' && !entry.id) entry.id = idFor(entry.name ?? '', one[part], new Set(entries.map(({ id }) => id)));
		if (part === 'outcomes') dropEmptyConditions(entry as Outcome);
	});
	const kept = keptEntries(entries, typed, part === 'themes' || part === 'outcomes');
	if (part === 'scale') kept.sort((a, b) => ((a.entry as Rating).worth ?? 0) - ((b.entry as Rating).worth ?? 0));
	setAt(
		document,
		[part],
		kept.map(({ entry }) => entry)
	);
	if (part === 'levels')
		levelsFollow(
			document,
			kept.map(({ index }) => index)
		);
	return { document, faults };
}

function dropEmptyConditions(outcome: Outcome): void {
	if (outcome.atMost && !Object.keys(outcome.atMost).length) delete outcome.atMost;
	if (outcome.atLeast && outcome.atLeast.share === undefined && !outcome.atLeast.ratings?.length) delete outcome.atLeast;
}

/** Levels are numbered by their place: criteria go with their level, and the descriptions of a rubric with theirs. */
function levelsFollow(document: Framework, kept: number[]): void {
	const renumbered = new Map(kept.map((old, now) => [document.levels?.[now]?.number ?? old + 1, now + 1]));
	(document.levels ?? []).forEach((level: Level, index) => (level.number = index + 1));
	document.criteria.forEach((criterion: Criterion) => {
		if (document.kind === 'rubric') criterion.descriptions = kept.map((old) => criterion.descriptions?.[old] ?? '');
		if (document.kind !== 'staged' || criterion.level === undefined) return;
		const now = renumbered.get(criterion.level);
		if (now === undefined) delete criterion.level;
		else criterion.level = now;
	});
}
