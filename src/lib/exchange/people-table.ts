import { accessOf } from '#lib/domain/access/people-words.ts';
import type { TableForExport } from './table-for-export.ts';

type Listed = { name: string; email: string; jobTitle: string; roles: string; deactivatedAt: number | null; hasPassword: boolean };

/** The list of people as a table to take away. */
export const peopleTable = (people: Iterable<Listed>): TableForExport => ({
	name: 'People',
	columns: [
		{ key: 'name', label: 'Name', kind: 'text' },
		{ key: 'email', label: 'Email address', kind: 'text' },
		{ key: 'jobTitle', label: 'Job title', kind: 'text' },
		{ key: 'roles', label: 'Roles', kind: 'text', width: 48 },
		{ key: 'access', label: 'Access', kind: 'text' }
	],
	rows: rowsOf(people)
});

function* rowsOf(people: Iterable<Listed>) {
	for (const person of people) yield { ...person, access: accessOf(person).word };
}
