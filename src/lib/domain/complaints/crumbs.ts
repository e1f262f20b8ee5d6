type Crumb = { href?: string; label: string };

/** The way to a page of feedback; the last one has no address. */
export const feedbackCrumbs = (...below: Crumb[]): Crumb[] => [
	{ href: '/', label: 'Home' },
	{ href: '/thread', label: 'Golden thread' },
	below.length ? { href: '/feedback', label: 'Feedback' } : { label: 'Feedback' },
	...below
];

/** The way to a page of a case. */
export const caseCrumbs = ({ kind, number }: { kind: string; number: number }, last?: string): Crumb[] => {
	const label = `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${number}`;
	const list = { href: '/feedback/cases', label: 'Complaints and comments' };
	return feedbackCrumbs(list, ...(last ? [{ href: `/feedback/cases/${number}`, label }, { label: last }] : [{ label }]));
};
