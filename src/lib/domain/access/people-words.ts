import type { PeopleQuery } from './people-listing.server.ts';
import { roles } from './person.ts';

/** What the list can be sorted by; the first goes without saying. */
export const peopleSorts = ['name', 'email', 'jobTitle'] as const;
export type PeopleSort = (typeof peopleSorts)[number];

/** Whether a person can sign in, as a mark and a word. */
export function accessOf(person: { deactivatedAt: number | null; hasPassword: boolean }) {
	if (person.deactivatedAt !== null) return { mark: 'bad', word: 'deactivated' } as const;
	return person.hasPassword ? ({ mark: 'good', word: 'active' } as const) : ({ mark: 'watch', word: 'has not chosen a password' } as const);
}

const stateChoices = [
	{ value: '', label: 'Everybody' },
	{ value: 'active', label: 'Active' },
	{ value: 'invited', label: 'Not chosen a password' },
	{ value: 'deactivated', label: 'Deactivated' }
] as const;
const states = stateChoices.map(({ value }) => value);

/** The list's question as its address asks it; what is not known is left out. */
export function peopleQueryIn(params: URLSearchParams): PeopleQuery {
	const text = (name: string) => params.get(name)?.trim() || undefined;
	const state = states.find((known) => known === params.get('state'));
	return {
		search: text('search')?.slice(0, 100),
		role: roles.find((role) => role === params.get('role')),
		serviceId: text('service'),
		state: state || undefined,
		sort: peopleSorts.find((known) => known === params.get('sort')) ?? 'name',
		descending: params.get('order') === 'down',
		after: text('after'),
		before: text('before')
	};
}

/** The address of the list with another question. */
export function peopleAddress(query: PeopleQuery, path = '/admin/people'): string {
	const params = new URLSearchParams();
	const { search, role, serviceId, state, sort, descending, after, before } = query;
	const fields = {
		search,
		role,
		service: serviceId,
		state,
		sort: sort === 'name' ? undefined : sort,
		order: descending ? 'down' : undefined
	};
	for (const [name, value] of Object.entries({ ...fields, after, before })) if (value) params.set(name, value);
	return params.size ? `${path}?${params}` : path;
}

export const peopleFilters = (query: PeopleQuery, services: { id: string; name: string }[]) => [
	{ name: 'search', label: 'Name, email or job title', value: query.search },
	{
		name: 'role',
		label: 'Role',
		value: query.role,
		options: [
			{ value: '', label: 'Any role' },
			...roles.map((role) => ({ value: role, label: role.charAt(0).toUpperCase() + role.slice(1) }))
		]
	},
	{
		name: 'service',
		label: 'Service',
		value: query.serviceId,
		options: [{ value: '', label: 'Any service' }, ...services.map(({ id, name }) => ({ value: id, label: name }))]
	},
	{ name: 'state', label: 'Access', value: query.state, options: [...stateChoices] }
];
