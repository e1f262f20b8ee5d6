import { and, eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { showDay } from '#lib/domain/calendar/dates.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { staleSave } from '#lib/domain/stale.server.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import { dependentsOf } from './dependents.server.ts';
import { parentUnit, serviceById, unitById, unitTables } from './unit-finding.server.ts';
import { secondCorporate } from './one-corporate-service.server.ts';
import { parentOf, type Unit, type UnitKind } from './unit.ts';

const stateOf = ({ version, closedOn }: Unit) => ({ version, state: closedOn ? `Closed on ${showDay(closedOn)}` : 'Open' });

function setClosed(tx: Transaction, kind: UnitKind, unit: Unit, closedOn: string | null) {
	const table = unitTables[kind];
	tx.update(table)
		.set({ closedOn, version: unit.version + 1 })
		.where(and(eq(table.id, unit.id), eq(table.version, unit.version)))
		.run();
}

/** Closes a unit from a day on. Refused, saying why, while something open depends on it. Its history stays. */
export function closeUnit(db: Database, person: Person, kind: UnitKind, id: string, version: number, today: string): Outcome {
	return write(db, (tx) => {
		const unit = unitById(tx, kind, id);
		if (!unit) return refused('gone', `This ${kind} no longer exists`);
		const thing = { kind, id };
		if (unit.version !== version) return staleSave(tx, thing, stateOf(unit), stateOf({ ...unit, closedOn: today }), { state: 'State' });
		if (unit.closedOn) return done();
		const dependents = dependentsOf(tx, kind, id);
		if (dependents.length) return refused('in-use', `This ${kind} cannot be closed yet. ${dependents.join(' ')}`);
		setClosed(tx, kind, unit, today);
		record(tx, person, `closed ${kind}`, thing, { closedOn: { from: null, to: today } });
		return done();
	});
}

/** Opens a closed unit again; what it is part of must be open. */
export function reopenUnit(db: Database, person: Person, kind: UnitKind, id: string, version: number): Outcome {
	return write(db, (tx) => {
		const unit = unitById(tx, kind, id);
		if (!unit) return refused('gone', `This ${kind} no longer exists`);
		const thing = { kind, id };
		if (unit.version !== version) return staleSave(tx, thing, stateOf(unit), stateOf({ ...unit, closedOn: null }), { state: 'State' });
		if (!unit.closedOn) return done();
		const parent = parentUnit(tx, kind, id);
		if (parent?.closedOn) return refused('parent-closed', `${parent.name} is closed. Reopen that ${parentOf[kind]} first.`);
		const problem = kind === 'service' ? secondCorporate(tx, serviceById(tx, id)?.kind ?? '', id) : null;
		if (problem) return { ...problem, field: '' };
		setClosed(tx, kind, unit, null);
		record(tx, person, `reopened ${kind}`, thing, { closedOn: { from: unit.closedOn, to: null } });
		return done();
	});
}
