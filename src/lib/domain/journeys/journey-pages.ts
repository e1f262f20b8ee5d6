/** A page of a journey, by its address below the journey's own, or `below` another place that goes by the journey's id. */
export type JourneyPage = { path: string; label: string; below?: string };

/** The pages of a journey, side by side in the order of the work. */
export const journeyPages: JourneyPage[] = [
	// what is reviewed, and how far the review is
	{ path: '', label: 'Review' },

	// the maps and their picture
	{ path: '/maps/as-is', label: 'As-is map' },
	{ path: '/maps/to-be', label: 'To-be map' },
	{ path: '/picture', label: 'Picture' },

	{ path: '/demand', label: 'Demand log' },

	{ path: '/findings', label: 'Findings' },
	{ path: '/recommendations', label: 'Recommendations' },
	{ path: '/principles', label: 'Principles' },

	{ path: '/report', label: 'Report', below: '/reports/journeys/' }
];

/** Pages that belong to the review itself. */
const ofTheReview = ['details', 'services', 'team', 'methods', 'personas', 'lessons', 'closure'];

/** The address of a page below a journey's own; undefined where there is no such page. */
export const addressOf = (journeyId: string, at: string): string | undefined =>
	ofTheReview.includes(at) || journeyPages.some(({ path }) => path === `/${at}`) ? `/journeys/${journeyId}/${at}` : undefined;
