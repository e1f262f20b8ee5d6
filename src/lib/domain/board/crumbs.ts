type Crumb = { href?: string; label: string };

/** The way to a page of the board; the last has no address. */
export const boardCrumbs = (...below: Crumb[]): Crumb[] => [
	{ href: '/', label: 'Home' },
	below.length ? { href: '/board', label: 'Board' } : { label: 'Board' },
	...below
];

/** The way to a meeting, or to a page of it. */
export const meetingCrumbs = ({ number }: { number: number }, ...below: Crumb[]): Crumb[] =>
	boardCrumbs(
		{ href: '/board/meetings', label: 'Meetings' },
		below.length ? { href: `/board/meetings/${number}`, label: `Meeting ${number}` } : { label: `Meeting ${number}` },
		...below
	);
