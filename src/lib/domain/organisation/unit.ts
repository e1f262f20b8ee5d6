/** The three kinds of unit of the council's structure, from the top. DOMAIN section 1. */
export const unitKinds = ['directorate', 'service', 'team'] as const;
export type UnitKind = (typeof unitKinds)[number];
export type Unit = { id: string; name: string; closedOn: string | null; version: number };

/** What a unit of each kind is part of; a directorate is part of the council itself. */
export const parentOf = { directorate: null, service: 'directorate', team: 'service' } as const;
export const childrenOf = { directorate: 'service', service: 'team', team: null } as const;

/** How the addresses name each kind. */
export const folderOf = { directorate: 'directorates', service: 'services', team: 'teams' } as const;
export const unitKindOf = (folder: string): UnitKind | undefined => unitKinds.find((kind) => folderOf[kind] === folder);

/** '3 services', '1 service' */
export const count = (n: number, one: string, many = `${one}s`): string => `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;

/** What is worth saying beside a service's name: most serve the public, and nothing is said of those. */
export const kindNote = (kind: string): string => (kind === 'external' ? '' : kind);
/** The kinds of service as a choice. */
export const kindChoices = [
	{ value: 'external', label: 'External', hint: 'Its customers are residents, businesses and visitors' },
	{ value: 'internal', label: 'Internal', hint: 'Its customers are the council’s own staff, such as recruitment' },
	{
		value: 'corporate',
		label: 'Corporate',
		hint: 'What the council does centrally. Other services inherit its agreed answers. There is one'
	}
];

/** The kind in an address, where units of it can move: a directorate is part of nothing. */
export const movableKindOf = (folder: string): 'service' | 'team' | undefined => {
	const kind = unitKindOf(folder);
	return kind === 'directorate' ? undefined : kind;
};
