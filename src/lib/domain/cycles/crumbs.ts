/** The way to a page of a cycle. */
export const cycleCrumbs = ({ id, name }: { id: string; name: string }, label: string) => [
	{ href: '/', label: 'Home' },
	{ href: '/cycles', label: 'Cycles' },
	{ href: `/cycles/${id}`, label: name },
	{ label }
];
