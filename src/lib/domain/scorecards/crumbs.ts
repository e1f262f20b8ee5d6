type Named = { id: string; name: string; number: string };

/** Where a page below a scorecard hangs; the last is the page itself. */
export const crumbsBelow = ({ id, name, number }: Named, here: string) => [
	{ href: '/', label: 'Home' },
	{ href: '/scorecards', label: 'Scorecards' },
	{ href: `/scorecards/${id}`, label: `${name} ${number}` },
	{ label: here }
];

/** The same below the draft that is edited. */
export const crumbsInDraft = (draft: Named, here: string) => [
	...crumbsBelow(draft, '').slice(0, -1),
	{ href: `/scorecards/${draft.id}/edit`, label: 'Edit' },
	{ label: here }
];
