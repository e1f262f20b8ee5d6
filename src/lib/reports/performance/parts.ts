import type { Section } from '../description.ts';

/** The parts of the dashboard, each on a page of its own: what addresses call them (the ids of the report's sections), and people. */
export const partLabels = {
	demand: 'Demand',
	'first-contact': 'Resolution at first contact',
	answering: 'Waiting and abandonment',
	response: 'Response times',
	satisfaction: 'Satisfaction',
	complaints: 'Complaints',
	'failure-demand': 'Failure demand',
	'channel-shift': 'Channel shift',
	quality: 'Quality and standards',
	staleness: 'Staleness',
	figures: 'All figures',
	everything: 'Everything on one page'
} as const;

export type PerformancePart = keyof typeof partLabels;

export const isPerformancePart = (text: string): text is PerformancePart => Object.hasOwn(partLabels, text);

/** What the first page shows itself: what asks for somebody, and the headline figures. */
export const onFirstPage: readonly string[] = ['attention', 'headlines'];

/** The sections that have a page of their own, as links to them are written. */
export const contentsOf = (sections: readonly Section[]): { id: string; title: string }[] =>
	sections.filter(({ id }) => isPerformancePart(id)).map(({ id, title }) => ({ id, title }));
