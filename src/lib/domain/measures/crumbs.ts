type Crumb = { href?: string; label: string };

/** The way to a page of the measures. */
export const measuresCrumbs = (...last: Crumb[]): Crumb[] => [
	{ href: '/', label: 'Home' },
	{ href: '/thread', label: 'Golden thread' },
	last.length ? { href: '/measures', label: 'Measures' } : { label: 'Measures' },
	...last
];
