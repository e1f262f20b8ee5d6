import type { Person } from '#lib/domain/access/person.ts';
import { hasReports } from '../listing.server.ts';

type Crumb = { href?: string; label: string };

/** The way to the kept reports: through the reports, for those who have them. */
export const keptCrumbs = (person: Person, ...below: Crumb[]): Crumb[] => [
	{ href: '/', label: 'Home' },
	...(hasReports(person) ? [{ href: '/reports', label: 'Reports' }] : []),
	below.length ? { href: '/reports/kept', label: 'Kept' } : { label: 'Kept' },
	...below
];
