import type { DraftField, Typed } from './draft-fields.ts';

/* A list of a draft (themes, levels, score bands, sections) is edited whole: a group of fields an entry, and an empty one for a new one. */

/** One entry of a list with its fields. */
export type EntryGroup = { title: string; fields: DraftField[]; entry?: number; isNew?: boolean };

export const removeName = (index: number) => `remove-${index}`;
export const placeName = (index: number) => `place-${index}`;
export const nameOfEntry = (index: number) => `name-${index}`;

/** The entries that are not taken out, each with the place it had, in the order typed; without `movable` in the one they had. */
export function keptEntries<T>(entries: readonly T[], typed: Typed, movable: boolean): { entry: T; index: number }[] {
	const kept = entries.map((entry, index) => ({ entry, index })).filter(({ index }) => !typed[removeName(index)]);
	return movable ? kept.sort((a, b) => placed(typed, a.index) - placed(typed, b.index)) : kept;
}

/** Where an entry is to stand; what was not said stays where it was, a new one is the last. */
export function placed(typed: Typed, index: number, nameOf = placeName): number {
	const said = Number(typed[nameOf(index)]);
	// moved onto another's place it comes before it, if it came from further down
	return Number.isFinite(said) && said > 0 ? said - (said < index + 1 ? 0.5 : said > index + 1 ? -0.5 : 0) : index + 1;
}

/** The id of a new entry, made of its name. It never changes again, because answers are kept by it. */
export function idFor(name: string, fallback: string, taken: ReadonlySet<string | undefined>): string {
	const plain = name
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^[^a-z]+|-+$/g, '')
		.slice(0, 40);
	const base = plain || fallback;
	for (let n = 1; ; n++) {
		const id = n === 1 ? base : `${base}-${n}`;
		if (!taken.has(id)) return id;
	}
}

/** The labels of fields in groups, as both texts of a stale save are told apart. */
export const groupLabels = (groups: readonly EntryGroup[]): Record<string, string> =>
	Object.fromEntries(
		groups.flatMap(({ title, fields, entry }) => [
			...fields.map(({ name, label }) => [name, title ? `${title}: ${label.toLowerCase()}` : label]),
			...(entry === undefined
				? []
				: [
						[placeName(entry), `${title}: place`],
						[removeName(entry), `${title}: remove`]
					])
		])
	);
