import { depthOf, type Level, levels } from './levels.ts';
import type { Strand } from './thread.ts';

/** What the form of a new strand begins with: under another, the level below it, its service and its team. */
export function startingStrand(under: Strand | undefined, kept: readonly { value: Level }[]): Record<string, string> {
	const below = under ? levels.slice(depthOf(under.level) + 1) : [];
	const level = below.find((one) => kept.some(({ value }) => value === one)) ?? (kept.length === 1 ? kept[0]!.value : '');
	const ofService = level !== '' && depthOf(level) >= depthOf('service objective');
	return {
		level,
		title: '',
		why: '',
		ownerId: '',
		ownedBy: '',
		fromOn: '',
		untilOn: '',
		serviceId: (ofService && under?.serviceId) || '',
		teamId: (ofService && under?.teamId) || '',
		source: ''
	};
}

/** What the form of a strand that is there begins with. */
export const strandValues = (strand: Strand): Record<string, string> => ({
	level: strand.level,
	title: strand.title,
	why: strand.why,
	ownerId: strand.ownerId ?? '',
	ownedBy: strand.ownedBy,
	fromOn: strand.fromOn ?? '',
	untilOn: strand.untilOn ?? '',
	serviceId: strand.serviceId ?? '',
	teamId: strand.teamId ?? '',
	source: strand.source
});
