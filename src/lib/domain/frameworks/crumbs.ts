type Named = { id: string; name: string; number: string };

/** Where a page below a framework hangs; the last is the page itself. */
export const crumbsBelow = ({ id, name, number }: Named, here: string) => [
	{ href: '/', label: 'Home' },
	{ href: '/frameworks', label: 'Frameworks' },
	{ href: `/frameworks/${id}`, label: `${name} ${number}` },
	{ label: here }
];

/** The same below the draft that is edited. */
export const crumbsInDraft = (draft: Named, here: string) => [
	...crumbsBelow(draft, '').slice(0, -1),
	{ href: `/frameworks/${draft.id}/edit`, label: 'Edit' },
	{ label: here }
];
