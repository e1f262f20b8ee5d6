/** DOMAIN section 1. */
export const roles = [
	'administrator',
	'programme lead',
	'service manager',
	'team leader',
	'quality assessor',
	'mystery shopper',
	'board member',
	'board chair',
	'advisor',
	'viewer'
] as const;
export type Role = (typeof roles)[number];

/** What a role can be given over. 'self' needs no scope: it follows the person. */
export const scopesOf: Record<Role, readonly ('council' | 'service' | 'team' | 'self')[]> = {
	administrator: ['council'],
	'programme lead': ['council'],
	'service manager': ['service'],
	'team leader': ['team'],
	'quality assessor': ['service', 'council'],
	'mystery shopper': ['self'],
	'board member': ['council'],
	'board chair': ['council'],
	advisor: ['self'],
	viewer: ['council']
};

/** A role with its scope; neither service nor team means the whole council (or oneself). */
export type Grant = { role: Role; serviceId: string | null; teamId: string | null };
export type Person = { id: string; name: string; email: string; jobTitle: string; grants: Grant[] };

export const has = (person: Person, role: Role): boolean => person.grants.some((grant) => grant.role === role);

/** The services a person holds one of these roles for: their ids, or 'all' for a grant over the council. */
export function servicesOf(person: Person, ...wanted: Role[]): 'all' | string[] {
	const held = person.grants.filter((grant) => wanted.includes(grant.role));
	if (held.some((grant) => !grant.serviceId && !grant.teamId)) return 'all';
	return [...new Set(held.flatMap((grant) => (grant.serviceId ? [grant.serviceId] : [])))];
}

/** The teams a person holds one of these roles for: their ids. */
export const teamsOf = (person: Person, ...wanted: Role[]): string[] => [
	...new Set(person.grants.flatMap((grant) => (grant.teamId && wanted.includes(grant.role) ? [grant.teamId] : [])))
];
