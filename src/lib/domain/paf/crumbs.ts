/** The way to a page of PAF. */
export const pafCrumbs = (...rest: { href?: string; label: string }[]) => [
	{ href: '/', label: 'Home' },
	rest.length ? { href: '/paf', label: 'Performance' } : { label: 'Performance' },
	...rest
];
export const monthsCrumb = { href: '/paf/months', label: 'Months' };
