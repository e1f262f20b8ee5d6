/** The levels of the golden thread, from the top. DOMAIN section 6. */
export const levels = ['vision', 'priority', 'commitment', 'service objective', 'team objective', 'individual objective'] as const;
export type Level = (typeof levels)[number];

/** 0 for the vision, 5 for an individual objective. */
export const depthOf = (level: Level): number => levels.indexOf(level);

export const isLevel = (text: string | null | undefined): text is Level => levels.some((level) => level === text);

/** The level as a word at the head of a line: 'Service objective'. */
export const levelName = (level: Level): string => level.charAt(0).toUpperCase() + level.slice(1);

/** Several strands of a level: 'Priorities'. */
export const levelNames: Record<Level, string> = {
	vision: 'Visions',
	priority: 'Priorities',
	commitment: 'Commitments',
	'service objective': 'Service objectives',
	'team objective': 'Team objectives',
	'individual objective': 'Individual objectives'
};
