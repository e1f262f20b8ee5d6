type Crumb = { href?: string; label: string };

/** The way to a page of calibration; the last has no address. */
export const calibrationCrumbs = (...below: Crumb[]): Crumb[] => [
	{ href: '/', label: 'Home' },
	below.length ? { href: '/calibrations', label: 'Calibration' } : { label: 'Calibration' },
	...below
];

/** The way to a session, or to a page of it. */
export const sessionCrumbs = ({ number }: { number: number }, ...below: Crumb[]): Crumb[] =>
	calibrationCrumbs(
		below.length ? { href: `/calibrations/${number}`, label: `Calibration ${number}` } : { label: `Calibration ${number}` },
		...below
	);

/** The way to a table of ratings, or to a page of it. */
export const tableCrumbs = ({ number }: { number: number }, ...below: Crumb[]): Crumb[] =>
	calibrationCrumbs(
		{ href: '/calibrations/tables', label: 'Ratings made elsewhere' },
		below.length ? { href: `/calibrations/tables/${number}`, label: `Table ${number}` } : { label: `Table ${number}` },
		...below
	);
