import { folderOf, type UnitKind } from './unit.ts';

export type Crumb = { href?: string; label: string };
export type Step = { kind: UnitKind; id: string; name: string };

export const addressOf = ({ kind, id }: { kind: UnitKind; id: string }): string => `/admin/structure/${folderOf[kind]}/${id}`;

/** The way to a page below Administration; its last step is the page itself, which is no link. */
export const adminCrumbs = (...steps: Crumb[]): Crumb[] => [
	{ href: '/', label: 'Home' },
	{ href: '/admin', label: 'Administration' },
	...steps
];

/** The way to a page of the structure, from the top: the units it is below, then what the page is. */
export const structureCrumbs = (path: Step[], last?: string): Crumb[] => {
	const units = path.map((step) => ({ href: addressOf(step), label: step.name }));
	const end = last === undefined ? units.splice(-1).map(({ label }) => ({ label })) : [{ label: last }];
	return adminCrumbs({ href: '/admin/structure', label: 'Structure' }, ...units, ...end);
};

/** The way to something done with a person. */
export const personCrumbs = (person: { id: string; name: string }, last: string): Crumb[] =>
	adminCrumbs({ href: '/admin/people', label: 'People' }, { href: `/admin/people/${person.id}`, label: person.name }, { label: last });
