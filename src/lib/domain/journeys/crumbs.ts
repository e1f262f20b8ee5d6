type Crumb = { href?: string; label: string };

/** The way to a page of a journey: its own page, or one below it. The last one has no address. */
export function journeyCrumbs({ id, name }: { id: string; name: string }, ...below: Crumb[]): Crumb[] {
	const start: Crumb[] = [
		{ href: '/', label: 'Home' },
		{ href: '/journeys', label: 'Journeys' }
	];
	return below.length ? [...start, { href: `/journeys/${id}`, label: name }, ...below] : [...start, { label: name }];
}
