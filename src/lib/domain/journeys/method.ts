/** The way of a review, in order: Enfield's method. DOMAIN section 4. */
export const reviewSteps = [
	'scope',
	'gather',
	'map as-is',
	'find',
	'design to-be',
	'recommend',
	'board',
	'implement',
	'lessons learned'
] as const;
export type ReviewStep = (typeof reviewSteps)[number];

/** What a review can learn from; the last four are Basildon's insight strands. DOMAIN section 4. */
export const methods = [
	'workshop',
	'walk-through',
	'shadowing',
	'data',
	'mystery shop',
	'complaints',
	'survey',
	'frontline intelligence',
	'member intelligence'
] as const;
export type Method = (typeof methods)[number];

/** Who is the customer: somebody outside the council, or a colleague. */
export const customers = ['external', 'internal'] as const;
export const journeyStates = ['open', 'finished', 'abandoned'] as const;

/** What the as-is map of a journey that is reviewed again begins from: a map of the last review, or nothing. */
export const firstMaps = ['to-be', 'as-is', 'empty'] as const;
export type FirstMap = (typeof firstMaps)[number];
