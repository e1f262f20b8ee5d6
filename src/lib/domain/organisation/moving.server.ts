import { and, eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { staleSave } from '#lib/domain/stale.server.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import { parentUnit, unitById } from './unit-finding.server.ts';
import { sameName } from './same-name.server.ts';
import { services, teams } from './tables.ts';
import { parentOf } from './unit.ts';

type Movable = 'service' | 'team';

function put(tx: Transaction, kind: Movable, id: string, parentId: string, version: number) {
	const next = { version: version + 1 };
	if (kind === 'service')
		tx.update(services)
			.set({ directorateId: parentId, ...next })
			.where(and(eq(services.id, id), eq(services.version, version)))
			.run();
	else
		tx.update(teams)
			.set({ serviceId: parentId, ...next })
			.where(and(eq(teams.id, id), eq(teams.version, version)))
			.run();
}

/** Moves a service to another directorate, or a team with its staff to another service. What it did stays with it. */
export function moveUnit(db: Database, person: Person, kind: Movable, id: string, input: { parentId: string; version: number }): Outcome {
	return write(db, (tx) => {
		const unit = unitById(tx, kind, id);
		const from = parentUnit(tx, kind, id);
		if (!unit || !from) return refused('gone', `This ${kind} no longer exists`);
		const thing = { kind, id };
		if (unit.version !== input.version) {
			const mine = { parentId: unitById(tx, parentOf[kind], input.parentId)?.name };
			return staleSave(tx, thing, { parentId: from.name, version: unit.version }, mine, { parentId: 'Part of' });
		}
		const to = unitById(tx, parentOf[kind], input.parentId);
		if (!to || to.closedOn) return refused('no-parent', `Choose a ${parentOf[kind]} that is open`, 'parentId');
		if (to.id === from.id) return done();
		const clash = kind === 'team' ? sameName(tx, kind, unit.name, to.id, id) : null;
		if (clash) return { ...clash, field: 'parentId' };
		put(tx, kind, id, to.id, unit.version);
		record(tx, person, `moved ${kind}`, thing, { [parentOf[kind]]: { from: from.name, to: to.name } });
		return done();
	});
}
