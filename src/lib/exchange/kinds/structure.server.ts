import { serviceKinds } from '#lib/domain/organisation/tables.ts';
import { importKind, type Plan, type Step } from '../import-kind.ts';
import { closedUnit, councilSoFar, sameWords, type CouncilSoFar, type PlannedService } from './council-so-far.server.ts';
import { structureRowSchema as schema, type StructureRow } from './structure-row.ts';
import { directorateFor, serviceFor, teamFor } from './structure-units.server.ts';

/** Directorates, services and teams from one file: adds what is missing, moves services, changes their kind. Never removes. */
export const structureImport = importKind({
	kind: 'structure',
	name: 'Council structure',
	about: 'Directorates, services and teams. Adds what is missing and moves services that stand under another directorate.',
	columns: [
		{ key: 'directorate', label: 'Directorate', about: 'Its name. Required in every row.', example: 'Homes and places', required: true },
		{ key: 'service', label: 'Service', about: 'A service of the directorate.', example: 'Housing repairs', required: true },
		{
			key: 'kind',
			label: 'Kind',
			about: `${serviceKinds.join(', ')}. Empty: external for a new service, as it is for others.`,
			example: 'external',
			also: ['Kind of service', 'Service kind']
		},
		{ key: 'team', label: 'Team', about: 'A team of the service. One row a team.', example: 'Repairs contact team' }
	],
	examples: [
		{ directorate: 'Homes and places', service: 'Housing repairs', kind: 'external', team: 'Gas and heating' },
		{ directorate: 'Customers and resources', service: 'Recruitment', kind: 'internal', team: '' }
	],
	notes: [
		'Nothing is closed or removed: what is not in the file stays as it is.',
		'Names are compared without regard to capitals. A service has its name once in the whole council.'
	],
	schema,
	plan(db, rows) {
		const council = councilSoFar(db);
		const plan: Plan = { problems: [], steps: [] };
		const settled = new Map<string, { row: number; directorate: string; kind: string }>();
		for (const row of rows) planRow(council, settled, row, plan);
		return plan;
	}
});

function planRow(
	council: CouncilSoFar,
	settled: Map<string, { row: number; directorate: string; kind: string }>,
	row: StructureRow,
	plan: Plan
) {
	const { is } = row;
	const problem = (column: string, text: string) => void plan.problems.push({ row: row.row, column, text });
	const steps: Step[] = [];
	const directorate = directorateFor(council, row, steps);
	if (directorate.closedOn) return problem('Directorate', closedUnit(directorate.name));
	if (is.service) {
		const key = sameWords(is.service);
		const earlier = settled.get(key);
		if (earlier && earlier.directorate !== sameWords(is.directorate))
			return problem('Directorate', `Row ${earlier.row} puts ${is.service} under another directorate`);
		if (earlier && is.kind && earlier.kind && earlier.kind !== is.kind)
			return problem('Kind', `Row ${earlier.row} gives ${is.service} another kind (${earlier.kind})`);
		settled.set(key, earlier ?? { row: row.row, directorate: sameWords(is.directorate), kind: is.kind });
		const service = serviceFor(council, row, directorate, steps);
		if (service.closedOn) return problem('Service', closedUnit(service.name));
		const second = is.kind === 'corporate' || service.kind === 'corporate' ? otherCorporate(council, service) : undefined;
		if (second) return problem('Kind', `${second.name} is already the corporate service. There can be one`);
		if (is.team) {
			const team = teamFor(council, row, service, steps);
			if (team.closedOn) return problem('Team', closedUnit(team.name));
		}
	}
	plan.steps.push(...(steps.length ? steps : [same(row)]));
}

const same = ({ row, is }: StructureRow): Step => ({
	row,
	what: 'same',
	text: `${[is.directorate, is.service, is.team].filter(Boolean).join(' – ')} is there already`
});

const otherCorporate = ({ services }: CouncilSoFar, than: PlannedService) =>
	[...services.values()].find((other) => other !== than && other.kind === 'corporate' && !other.closedOn);
