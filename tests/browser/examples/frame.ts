/** What stands around every example: an imagined council and the navigation of a service manager. */
export const council = { name: 'Marlbourne Borough Council' };
export const person = { name: 'Morgan Ellis', role: 'Housing services manager' };
export const nav = (here: string) =>
	['Home', 'Assessments', 'Journeys', 'Mystery shopping', 'Performance', 'Golden thread', 'Reports'].map((label) => ({
		label,
		href: `/${label.toLowerCase().replace(' ', '-')}`,
		here: label === here
	}));
export const figuresAt = '21 November 2026, 09:14';
