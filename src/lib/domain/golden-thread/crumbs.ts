export type Crumb = { href?: string; label: string };

const home = { href: '/', label: 'Home' };
const thread = { href: '/thread', label: 'Golden thread' };

/** The way to the page of the thread itself, or to one of its own pages. */
export const threadCrumbs = (label?: string): Crumb[] => (label ? [home, thread, { label }] : [home, { label: thread.label }]);

/** The way to a strand, or to a page of it. */
export const strandCrumbs = (number: number, label?: string): Crumb[] =>
	label
		? [home, thread, { href: `/thread/${number}`, label: `Strand ${number}` }, { label }]
		: [home, thread, { label: `Strand ${number}` }];
