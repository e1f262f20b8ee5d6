import type { customers } from './method.ts';

/** What is written down about a journey under review. Dates are plain dates, YYYY-MM-DD. DOMAIN section 4. */
export type JourneyDetails = {
	words: string;
	name: string;
	customer: (typeof customers)[number];
	lifeEvent: string;
	serviceId: string;
	startOn: string;
	endOn: string;
	aim: string;
};

/** How each is called, on forms, in the audit trail and where two texts stand side by side. */
export const detailLabels = {
	words: 'In the customer’s words',
	name: 'Name of the journey',
	customer: 'Who is the customer?',
	lifeEvent: 'Life event or theme',
	serviceId: 'Leading service',
	sponsorId: 'Sponsor',
	startOn: 'First day of the review',
	endOn: 'Last day of the review',
	aim: 'Why it is reviewed',
	startsWhere: 'Where the journey starts',
	endsWhere: 'Where the journey ends'
} as const;

/** The state of a review in a word and the shape beside it. */
export const stateMarks = {
	open: { kind: 'here', text: 'Open' },
	finished: { kind: 'good', text: 'Finished' },
	abandoned: { kind: 'quiet', text: 'Abandoned' }
} as const;

/** 'External: residents, businesses, visitors'. */
export const customerWords = {
	external: 'External: residents, businesses, visitors, partners',
	internal: 'Internal: colleagues who depend on another team'
} as const;

/** What two fields get wrong together; empty where nothing is. */
export const faultsIn = ({ startOn, endOn }: { startOn: string; endOn: string }): { field: string; text: string }[] =>
	endOn < startOn ? [{ field: 'endOn', text: 'The last day must be on or after the first day' }] : [];
