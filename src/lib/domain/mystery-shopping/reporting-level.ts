import { levels, type Level } from './words.ts';

/** What keeps a figure from being told: '' says nothing does. */
export type Asked = {
	/** What was promised to staff. */
	promised: Level;
	/** The level the figure is told at: whose it is. */
	at: Level;
	/** How many units of the next lower level its visits lie in, where that is known: a figure of one unit is that unit's own. */
	unitsBelow?: number;
};

/** The level under this one; null under individuals. */
export const levelBelow = (level: Level): Level | null => levels[levels.indexOf(level) + 1] ?? null;

/** The levels at which a programme's results may be told, the highest first. */
export const levelsPromised = (promised: Level): Level[] => levels.slice(0, levels.indexOf(promised) + 1);

const units = { council: 'the council', service: 'services', team: 'teams', individual: 'individual members of staff' } as const;

/**
 * Why a figure may not be told, in a sentence; null where it may. The one gate that every figure, page, export, JSON and
 * search of mystery shopping goes through. Nothing is told below the level promised to staff; and a part of a whole (a
 * channel, a standard) whose visits were all to one unit below that level would tell that unit's figure, so it is not told
 * either. DOMAIN section 5.1 (MRS Code practice on mystery shopping of one's own staff).
 */
export function whyNotTold({ promised, at, unitsBelow }: Asked): string | null {
	if (levels.indexOf(at) > levels.indexOf(promised))
		return `Staff were promised that results are reported for ${units[promised]} at the lowest, so there are none for ${units[at]}`;
	if (at === promised && unitsBelow === 1)
		return `All of these visits were to one of the ${units[levelBelow(at) ?? at]}, below the level promised to staff`;
	return null;
}

/** The promise in a sentence, for pages and reports. */
export const promiseInWords = (promised: Level): string =>
	`Results are reported for ${units[promised]} at the lowest. Nothing below that is shown on any page or in any file.`;
