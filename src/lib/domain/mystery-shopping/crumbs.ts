type Crumb = { href?: string; label: string };

const start: Crumb[] = [
	{ href: '/', label: 'Home' },
	{ href: '/mystery-shopping', label: 'Mystery shopping' }
];

/** The way to a page of mystery shopping; the last one has no address. */
export const shoppingCrumbs = (...below: Crumb[]): Crumb[] => [...start, ...below];

/** The way to a page of a wave. */
export const waveCrumbs = (
	{ wave, programme }: { wave: { id: string; name: string }; programme: { id: string; name: string } },
	...below: Crumb[]
): Crumb[] =>
	shoppingCrumbs(
		{ href: `/mystery-shopping/programmes/${programme.id}`, label: programme.name },
		...(below.length ? [{ href: `/mystery-shopping/waves/${wave.id}`, label: wave.name }, ...below] : [{ label: wave.name }])
	);
