import * as v from 'valibot';
import { addDirectorate, addService, addTeam } from '#lib/domain/organisation/adding.server.ts';
import { moveUnit } from '#lib/domain/organisation/moving.server.ts';
import { renameUnit } from '#lib/domain/organisation/renaming.server.ts';
import { serviceKinds } from '#lib/domain/organisation/tables.ts';
import type { Outcome } from '#lib/domain/outcome.ts';
import { line, optionalLine } from '#lib/server/fields.ts';
import { importKind, type Plan, type Step, type Typed } from '../import-kind.ts';
import {
	closedUnit,
	councilSoFar,
	sameWords,
	teamKey,
	type CouncilSoFar,
	type PlannedService,
	type PlannedUnit
} from './council-so-far.server.ts';

const kindWords = `Kind must be ${serviceKinds.join(', ')}, or empty`;
const schema = v.pipe(
	v.object({
		directorate: line('a directorate', 'Directorate', 100),
		service: v.optional(optionalLine('Service', 100), ''),
		kind: v.optional(v.pipe(v.string(), v.trim(), v.toLowerCase(), v.picklist(['', ...serviceKinds], kindWords)), ''),
		team: v.optional(optionalLine('Team', 100), '')
	}),
	v.forward(
		v.check(({ service, team }) => service !== '' || team === '', 'Enter the service that the team belongs to'),
		['service']
	)
);
type StructureRow = Typed<v.InferOutput<typeof schema>>;

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

/** Keeps the id that a unit was given, so that what comes under it can be added. */
const keepId = (unit: PlannedUnit, outcome: Outcome<{ id: string }>): Outcome => {
	if (outcome.ok) unit.id = outcome.id;
	return outcome;
};

function directorateFor({ directorates }: CouncilSoFar, { row, is }: StructureRow, steps: Step[]): PlannedUnit {
	const found = directorates.get(sameWords(is.directorate));
	if (found) return found;
	const unit: PlannedUnit = { id: `new in row ${row}`, name: is.directorate, closedOn: null, version: 1 };
	directorates.set(sameWords(is.directorate), unit);
	steps.push({
		row,
		what: 'add',
		text: `Adds the directorate ${unit.name}`,
		run: (tx, person) => keepId(unit, addDirectorate(tx, person, { name: unit.name }))
	});
	return unit;
}

function serviceFor({ services }: CouncilSoFar, { row, is }: StructureRow, directorate: PlannedUnit, steps: Step[]): PlannedService {
	const found = services.get(sameWords(is.service));
	if (found) {
		if (!found.closedOn) changeService(found, row, is.kind, directorate, steps);
		return found;
	}
	const unit: PlannedService = {
		id: `new in row ${row}`,
		name: is.service,
		closedOn: null,
		version: 1,
		kind: is.kind || 'external',
		directorate
	};
	services.set(sameWords(is.service), unit);
	steps.push({
		row,
		what: 'add',
		text: `Adds the ${unit.kind} service ${unit.name} to ${directorate.name}`,
		run: (tx, person) => keepId(unit, addService(tx, person, { name: unit.name, kind: unit.kind, directorateId: directorate.id }))
	});
	return unit;
}

function changeService(service: PlannedService, row: number, kind: StructureRow['is']['kind'], directorate: PlannedUnit, steps: Step[]) {
	if (service.directorate !== directorate) {
		const version = service.version++;
		steps.push({
			row,
			what: 'change',
			text: `Moves the service ${service.name} from ${service.directorate.name} to ${directorate.name}`,
			run: (tx, person) => moveUnit(tx, person, 'service', service.id, { parentId: directorate.id, version })
		});
		service.directorate = directorate;
	}
	if (kind && kind !== service.kind) {
		const version = service.version++;
		steps.push({
			row,
			what: 'change',
			text: `Changes the service ${service.name} from ${service.kind} to ${kind}`,
			run: (tx, person) => renameUnit(tx, person, 'service', service.id, { name: service.name, kind, version })
		});
		service.kind = kind;
	}
}

function teamFor({ teams }: CouncilSoFar, { row, is }: StructureRow, service: PlannedService, steps: Step[]): PlannedUnit {
	const key = teamKey(service.id, is.team);
	const found = teams.get(key);
	if (found) return found;
	const unit: PlannedUnit = { id: `new in row ${row}`, name: is.team, closedOn: null, version: 1 };
	teams.set(key, unit);
	steps.push({
		row,
		what: 'add',
		text: `Adds the team ${unit.name} to ${service.name}`,
		run: (tx, person) => keepId(unit, addTeam(tx, person, { name: unit.name, serviceId: service.id }))
	});
	return unit;
}
