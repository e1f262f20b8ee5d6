import { asc, eq, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Database } from '#lib/server/database.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import { directorates, services, teams } from './tables.ts';
import { parentOf, type Unit, type UnitKind } from './unit.ts';

/** What all three tables have: a service and a team have every column of a directorate, and more. */
export const unitTables = { directorate: directorates, service: services, team: teams } as unknown as Record<UnitKind, typeof directorates>;

/** A unit of the structure, or undefined. */
export function unitById(db: Database, kind: UnitKind, id: string): Unit | undefined {
	const table = unitTables[kind];
	return db
		.select({ id: table.id, name: table.name, closedOn: table.closedOn, version: table.version })
		.from(table)
		.where(eq(table.id, id))
		.get();
}

/** A service with the directorate it is part of. */
export function serviceById(db: Database, id: string) {
	return db
		.select({
			id: services.id,
			name: services.name,
			kind: services.kind,
			closedOn: services.closedOn,
			version: services.version,
			parentId: directorates.id,
			parentName: directorates.name,
			parentClosedOn: directorates.closedOn
		})
		.from(services)
		.innerJoin(directorates, eq(directorates.id, services.directorateId))
		.where(eq(services.id, id))
		.get();
}

const ofService = alias(services, 'of_service');

/** A team with the service it is part of. */
export function teamById(db: Database, id: string) {
	return db
		.select({
			id: teams.id,
			name: teams.name,
			closedOn: teams.closedOn,
			version: teams.version,
			parentId: ofService.id,
			parentName: ofService.name,
			parentClosedOn: ofService.closedOn
		})
		.from(teams)
		.innerJoin(ofService, eq(ofService.id, teams.serviceId))
		.where(eq(teams.id, id))
		.get();
}

export type Place = { id: string; name: string; closedOn: string | null };

/** The unit that a service or a team is part of; null for a directorate. */
export function parentUnit(db: Database, kind: UnitKind, id: string): Place | null {
	const unit = kind === 'service' ? serviceById(db, id) : kind === 'team' ? teamById(db, id) : undefined;
	return unit ? { id: unit.parentId, name: unit.parentName, closedOn: unit.parentClosedOn } : null;
}

/** The units from the directorate down to this one; empty where there is none. */
export function pathTo(db: Database, kind: UnitKind, id: string): { kind: UnitKind; id: string; name: string }[] {
	const unit = unitById(db, kind, id);
	if (!unit) return [];
	const parent = parentUnit(db, kind, id);
	const above = kind === 'directorate' || !parent ? [] : pathTo(db, parentOf[kind], parent.id);
	return [...above, { kind, id, name: unit.name }];
}

const open = <T extends typeof directorates>(db: Database, table: T) =>
	db
		.select({ id: table.id, name: table.name })
		.from(table)
		.where(isNull(table.closedOn))
		.orderBy(asc(inAnyCase(table.name)))
		.all();

/** The open units of a kind by name, for choices; a team with its service. */
export function openUnits(db: Database, kind: UnitKind): { id: string; name: string }[] {
	if (kind !== 'team') return open(db, unitTables[kind]);
	return db
		.select({ id: teams.id, team: teams.name, service: services.name })
		.from(teams)
		.innerJoin(services, eq(services.id, teams.serviceId))
		.where(isNull(teams.closedOn))
		.orderBy(asc(inAnyCase(services.name)), asc(inAnyCase(teams.name)))
		.all()
		.map(({ id, team, service }) => ({ id, name: `${team}, ${service}` }));
}
