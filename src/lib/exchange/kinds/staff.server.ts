import * as v from 'valibot';
import { addStaff } from '#lib/domain/organisation/staff-adding.server.ts';
import { editStaff, moveStaff } from '#lib/domain/organisation/staff-changing.server.ts';
import { addStaffForm } from '#lib/domain/organisation/forms.ts';
import { staff } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { line } from '#lib/server/fields.ts';
import { importKind, type Plan, type Typed } from '../import-kind.ts';
import { closedUnit, councilSoFar, sameWords, teamKey, unknownService, type CouncilSoFar } from './council-so-far.server.ts';

const { name, payrollNumber, jobTitle } = addStaffForm.entries;
const yesOrNo = v.optional(
	v.pipe(
		v.string(),
		v.trim(),
		v.toLowerCase(),
		v.picklist(['', 'yes', 'y', 'true', '1', 'no', 'n', 'false', '0'], 'Advisor must be yes, no, or empty'),
		v.transform((text) => (text === '' ? null : ['yes', 'y', 'true', '1'].includes(text)))
	),
	''
);
const schema = v.object({
	payrollNumber,
	name,
	jobTitle,
	service: line('the service', 'Service', 100),
	team: line('the team', 'Team', 100),
	advisor: yesOrNo
});
type StaffRow = Typed<v.InferOutput<typeof schema>>;
type Member = typeof staff.$inferSelect;

/** Members of staff by payroll number: adds them, changes their name and job title, moves them. Nobody leaves by a file. */
export const staffImport = importKind({
	kind: 'staff',
	name: 'Staff',
	about: 'Members of staff by payroll number. Adds those who are missing, changes names and job titles, moves people between teams.',
	columns: [
		{
			key: 'payrollNumber',
			label: 'Payroll number',
			about: 'Tells members of staff apart. Required.',
			example: 'HP10423',
			required: true,
			also: ['Payroll no', 'Employee number', 'Staff number']
		},
		{ key: 'name', label: 'Name', about: 'Required.', example: 'Asha Bello', required: true },
		{ key: 'jobTitle', label: 'Job title', about: 'May be empty.', example: 'Customer advisor', also: ['Role', 'Post'] },
		{
			key: 'service',
			label: 'Service',
			about: 'The service that the team belongs to. Required.',
			example: 'Housing repairs',
			required: true
		},
		{ key: 'team', label: 'Team', about: 'The team they work in. Required.', example: 'Repairs contact team', required: true },
		{ key: 'advisor', label: 'Advisor', about: 'yes or no: whether they serve customers. Empty leaves it as it is.', example: 'yes' }
	],
	notes: [
		'Services and teams must exist: bring in the council structure first.',
		'Nobody is marked as left: who is not in the file stays as they are.',
		'In a spreadsheet program, write payroll numbers as text, or figures at the front such as 00 are lost.'
	],
	schema,
	plan(db, rows) {
		const council = councilSoFar(db);
		const known = staffByNumber(db);
		const seen = new Map<string, number>();
		const plan: Plan = { problems: [], steps: [] };
		for (const row of rows) {
			const number = sameWords(row.is.payrollNumber);
			const earlier = seen.get(number);
			if (earlier) plan.problems.push({ row: row.row, column: 'Payroll number', text: `Row ${earlier} has the same payroll number` });
			else planRow(council, known.get(number), row, plan);
			seen.set(number, earlier ?? row.row);
		}
		return plan;
	}
});

const staffByNumber = (db: Database) =>
	new Map(
		db
			.select()
			.from(staff)
			.all()
			.map((member): [string, Member] => [sameWords(member.payrollNumber), member])
	);

function planRow({ services, teams }: CouncilSoFar, member: Member | undefined, { row, is }: StaffRow, plan: Plan) {
	const problem = (column: string, text: string) => void plan.problems.push({ row, column, text });
	const service = services.get(sameWords(is.service));
	if (!service) return problem('Service', unknownService(is.service));
	if (service.closedOn) return problem('Service', closedUnit(service.name));
	const team = teams.get(teamKey(service.id, is.team));
	if (!team) return problem('Team', `${service.name} has no team called “${is.team}”. Check the name, or bring in the structure first`);
	if (team.closedOn) return problem('Team', closedUnit(team.name));
	const details = { name: is.name, jobTitle: is.jobTitle, isAdvisor: is.advisor ?? member?.isAdvisor ?? false };
	if (!member) {
		const input = { ...details, payrollNumber: is.payrollNumber };
		const text = `Adds ${is.name} (${is.payrollNumber}) to ${team.name}, ${service.name}`;
		plan.steps.push({ row, what: 'add', text, run: (tx, person) => addStaff(tx, person, team.id, input) });
		return;
	}
	if (member.leftOn) return problem('Payroll number', `${member.name} has left. Mark them as back on the page of their team first`);
	const before = plan.steps.length;
	const said = differences(member, details);
	let version = member.version;
	if (said.length) {
		const input = { ...details, payrollNumber: member.payrollNumber, version: version++ };
		const text = `Changes ${member.name} (${member.payrollNumber}): ${said.join('; ')}`;
		plan.steps.push({ row, what: 'change', text, run: (tx, person) => editStaff(tx, person, member.id, input) });
	}
	if (member.teamId !== team.id) {
		const input = { teamId: team.id, version };
		const text = `Moves ${is.name} (${member.payrollNumber}) to ${team.name}, ${service.name}`;
		plan.steps.push({ row, what: 'change', text, run: (tx, person) => moveStaff(tx, person, member.id, input) });
	}
	if (plan.steps.length === before)
		plan.steps.push({ row, what: 'same', text: `${member.name} (${member.payrollNumber}) stays as they are` });
}

function differences(member: Member, next: Pick<Member, 'name' | 'jobTitle' | 'isAdvisor'>): string[] {
	const from = (what: string, was: string, is: string) => (was === is ? [] : [`${what} from “${was}” to “${is}”`]);
	const advising = (is: boolean) => (is ? 'yes' : 'no');
	return [
		...from('name', member.name, next.name),
		...from('job title', member.jobTitle, next.jobTitle),
		...from('advisor', advising(member.isAdvisor), advising(next.isAdvisor))
	];
}
