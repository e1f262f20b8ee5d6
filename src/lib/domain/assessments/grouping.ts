import type { Criterion, Framework } from '../frameworks/document.ts';

/** A run of criteria under one heading: a level of a staged framework, or a theme. `band` is the award it belongs to. */
export type CriteriaGroup = { id: string; number: number; name: string; band: string | null; criteria: Criterion[] };

export const groupings = ['level', 'theme'] as const;
export type Grouping = (typeof groupings)[number];

/** How a framework's criteria are shown: by level where it has levels of its own criteria, unless by theme is asked for. */
export const groupingOf = (framework: Framework, asked: string | null): Grouping =>
	framework.kind === 'staged' && asked !== 'theme' ? 'level' : 'theme';

/** The criteria of a framework in groups, in its own order. Groups without criteria are left out. */
export function groupsOf(framework: Framework, by: Grouping): CriteriaGroup[] {
	const groups =
		by === 'level'
			? (framework.levels ?? []).map(({ number, name, award }) => ({
					id: String(number),
					number,
					name,
					band: award ?? null,
					criteria: framework.criteria.filter(({ level }) => level === number)
				}))
			: framework.themes.map(({ id, name }, place) => ({
					id,
					number: place + 1,
					name,
					band: null,
					criteria: framework.criteria.filter(({ theme }) => theme === id)
				}));
	return groups.filter(({ criteria }) => criteria.length > 0);
}

/** The groups of one award together, in order: 'Bronze, levels 1 and 2'. Groups without an award are one band without a title. */
export function bandsOf<G extends Pick<CriteriaGroup, 'band' | 'number'>>(groups: G[]): { title: string; note: string; groups: G[] }[] {
	const bands: { title: string; note: string; groups: G[] }[] = [];
	for (const group of groups) {
		const last = bands.at(-1);
		if (last && last.title === (group.band ?? '')) last.groups.push(group);
		else bands.push({ title: group.band ?? '', note: '', groups: [group] });
	}
	return bands.map((band) => ({ ...band, note: band.title ? levelsInWords(band.groups.map(({ number }) => number)) : '' }));
}

const levelsInWords = (numbers: number[]) => (numbers.length === 1 ? `level ${numbers[0]}` : `levels ${numbers.join(' and ')}`);
