type Named = { id: string; name: string; number: string };

/** Where a page below a scorecard hangs; the last is the page itself. */
export const crumbsBelow = ({ id, name, number }: Named, here: string) => [
	{ href: '/', label: 'Home' },
	{ href: '/scorecards', label: 'Scorecards' },
	{ href: `/scorecards/${id}`, label: `${name} ${number}` },
	{ label: here }
];
