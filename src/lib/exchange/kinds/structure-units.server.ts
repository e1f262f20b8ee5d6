import { addDirectorate, addService, addTeam } from '#lib/domain/organisation/adding.server.ts';
import { moveUnit } from '#lib/domain/organisation/moving.server.ts';
import { renameUnit } from '#lib/domain/organisation/renaming.server.ts';
import type { Outcome } from '#lib/domain/outcome.ts';
import type { Step } from '../import-kind.ts';
import { sameWords, teamKey, type CouncilSoFar, type PlannedService, type PlannedUnit } from './council-so-far.server.ts';
import type { StructureRow } from './structure-row.ts';

/* The units that a row of a structure file means: those that are there, or the steps that make them so. */

/** Keeps the id that a unit was given, so that what comes under it can be added. */
const keepId = (unit: PlannedUnit, outcome: Outcome<{ id: string }>): Outcome => {
	if (outcome.ok) unit.id = outcome.id;
	return outcome;
};

export function directorateFor({ directorates }: CouncilSoFar, { row, is }: StructureRow, steps: Step[]): PlannedUnit {
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

export function serviceFor({ services }: CouncilSoFar, { row, is }: StructureRow, directorate: PlannedUnit, steps: Step[]): PlannedService {
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

export function teamFor({ teams }: CouncilSoFar, { row, is }: StructureRow, service: PlannedService, steps: Step[]): PlannedUnit {
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
