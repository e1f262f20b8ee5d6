import * as v from 'valibot';
import { grantInWords } from '#lib/domain/access/grant-in-words.ts';
import { addGrant } from '#lib/domain/access/granting.server.ts';
import { addPerson } from '#lib/domain/access/people-adding.server.ts';
import { editPerson } from '#lib/domain/access/people-changing.server.ts';
import { roles, type Role } from '#lib/domain/access/person.ts';
import { grants, people } from '#lib/domain/access/tables.ts';
import type { Outcome } from '#lib/domain/outcome.ts';
import type { Database } from '#lib/server/database.ts';
import { email, line, optionalLine } from '#lib/server/fields.ts';
import { importKind, type Plan, type Typed } from '../import-kind.ts';
import { councilSoFar, sameWords, type CouncilSoFar } from './council-so-far.server.ts';
import { scopeOf, type Scope } from './role-scope.ts';

const schema = v.object({
	email: v.pipe(email, v.toLowerCase()),
	name: line('a name', 'Name', 100),
	jobTitle: v.optional(optionalLine('Job title', 100), ''),
	role: v.optional(
		v.pipe(
			v.string(),
			v.transform(sameWords),
			v.picklist(['', ...roles], `Role must be ${roles.slice(0, -1).join(', ')} or ${roles.at(-1)}, or empty`)
		),
		''
	),
	service: v.optional(optionalLine('Service', 100), ''),
	team: v.optional(optionalLine('Team', 100), '')
});
type PersonRow = Typed<v.InferOutput<typeof schema>>;
type Known = {
	id: string;
	name: string;
	jobTitle: string;
	deactivatedAt: number | null;
	version: number;
	row: number | null;
	grants: Set<string>;
};

/** People who sign in, by email address, with their roles: one row a role. Adds and changes; roles are only given, never taken. */
export const peopleImport = importKind({
	kind: 'people',
	name: 'People and roles',
	about: 'People who sign in, by email address, with their roles: one row a role. Nobody is invited until you send the link.',
	columns: [
		{
			key: 'email',
			label: 'Email',
			about: 'The address they sign in with. Required.',
			example: 'asha.bello@council.example',
			required: true,
			also: ['Email address', 'E-mail']
		},
		{ key: 'name', label: 'Name', about: 'Required. The same in every row of a person.', example: 'Asha Bello', required: true },
		{ key: 'jobTitle', label: 'Job title', about: 'May be empty. The same in every row of a person.', example: 'Head of repairs' },
		{ key: 'role', label: 'Role', about: `One of ${roles.join(', ')}. Empty: no role.`, example: 'service manager' },
		{ key: 'service', label: 'Service', about: 'What the role is for, where it is for a service or a team.', example: 'Housing repairs' },
		{ key: 'team', label: 'Team', about: 'What the role is for, where it is for a team.', example: '' }
	],
	examples: [
		{ email: 'asha.bello@council.example', name: 'Asha Bello', jobTitle: 'Head of repairs', role: 'board member' },
		{
			email: 'bo.lund@council.example',
			name: 'Bo Lund',
			jobTitle: 'Team leader',
			role: 'team leader',
			service: 'Housing repairs',
			team: 'Gas and heating'
		}
	],
	notes: [
		'A person with several roles has several rows, one a role.',
		'Roles are given, never taken away, and nobody is deactivated: do that on the page of the person.',
		'A service manager needs a service, a team leader a service and a team. A quality assessor without a service is one for the whole council.'
	],
	schema,
	plan(db, rows) {
		const council = councilSoFar(db);
		const known = peopleByEmail(db);
		const plan: Plan = { problems: [], steps: [] };
		for (const row of rows) planRow(council, known, row, plan);
		return plan;
	}
});

const grantKey = (role: string, { serviceId, teamId }: Pick<Scope, 'serviceId' | 'teamId'>) => `${role} ${serviceId ?? ''} ${teamId ?? ''}`;

function peopleByEmail(db: Database): Map<string, Known> {
	const held = new Map<string, Set<string>>();
	for (const grant of db.select().from(grants).all())
		held.set(grant.personId, (held.get(grant.personId) ?? new Set()).add(grantKey(grant.role, grant)));
	return new Map(
		db
			.select({
				id: people.id,
				email: people.email,
				name: people.name,
				jobTitle: people.jobTitle,
				deactivatedAt: people.deactivatedAt,
				version: people.version
			})
			.from(people)
			.all()
			.map(({ email, ...person }) => [email.toLowerCase(), { ...person, row: null, grants: held.get(person.id) ?? new Set() }])
	);
}

function planRow(council: CouncilSoFar, known: Map<string, Known>, row: PersonRow, plan: Plan) {
	const { is } = row;
	const problem = (column: string, text: string) => void plan.problems.push({ row: row.row, column, text });
	const scope = is.role ? scopeOf(council, is.role, is, problem) : null;
	if (is.role && !scope) return;
	if (!is.role && (is.service || is.team)) return problem('Role', 'Enter the role, or leave the service and the team empty');
	const before = plan.steps.length;
	let person = known.get(is.email);
	if (person?.deactivatedAt) return problem('Email', `${person.name} is deactivated. Reactivate them first`);
	if (person && person.row !== null) {
		if (person.name !== is.name) return problem('Name', `Row ${person.row} gives this person another name (${person.name})`);
		if (person.jobTitle !== is.jobTitle) return problem('Job title', `Row ${person.row} gives this person another job title`);
	} else if (person) change(person, row, plan);
	else known.set(is.email, (person = add(row, plan)));
	person.row ??= row.row;
	if (is.role && scope) give(person, is.role, scope, row, plan);
	if (plan.steps.length === before) plan.steps.push({ row: row.row, what: 'same', text: `${person.name} stays as they are` });
}

function add({ row, is: { email, name, jobTitle } }: PersonRow, plan: Plan): Known {
	const person: Known = { id: '', name, jobTitle, deactivatedAt: null, version: 1, row, grants: new Set() };
	plan.steps.push({
		row,
		what: 'add',
		text: `Adds ${name} (${email})`,
		run: (tx, by): Outcome => {
			const outcome = addPerson(tx, by, { name, email, jobTitle });
			if (outcome.ok) person.id = outcome.id;
			return outcome;
		}
	});
	return person;
}

function change(person: Known, { row, is: { email, name, jobTitle } }: PersonRow, plan: Plan) {
	const said = [
		...(person.name === name ? [] : [`name from “${person.name}” to “${name}”`]),
		...(person.jobTitle === jobTitle ? [] : [`job title from “${person.jobTitle}” to “${jobTitle}”`])
	];
	if (!said.length) return;
	const input = { name, email, jobTitle, version: person.version++ };
	const text = `Changes ${person.name} (${email}): ${said.join('; ')}`;
	plan.steps.push({ row, what: 'change', text, run: (tx, by) => editPerson(tx, by, person.id, input) });
	Object.assign(person, { name, jobTitle });
}

function give(person: Known, role: Role, scope: Scope, { row }: PersonRow, plan: Plan) {
	const key = grantKey(role, scope);
	if (person.grants.has(key)) return;
	person.grants.add(key);
	const input = { role, over: scope.teamId ?? scope.serviceId ?? 'council', version: person.version++ };
	const text = `Makes ${person.name} ${grantInWords({ role, service: scope.service, team: scope.team })}`;
	plan.steps.push({ row, what: 'add', text, run: (tx, by) => addGrant(tx, by, person.id, input) });
}
