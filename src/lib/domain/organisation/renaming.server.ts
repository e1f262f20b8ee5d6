import { and, eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { staleSave } from '#lib/domain/stale.server.ts';
import { write, type Database } from '#lib/server/database.ts';
import { parentUnit, serviceById, unitById, unitTables } from './unit-finding.server.ts';
import { secondCorporate } from './one-corporate-service.server.ts';
import { sameName } from './same-name.server.ts';
import { services, type serviceKinds } from './tables.ts';
import type { UnitKind } from './unit.ts';

const labels = { name: 'Name', kind: 'Kind of service' };
type Input = { name: string; kind?: (typeof serviceKinds)[number] | undefined; version: number };

/** Gives a unit another name and, for a service, another kind. Its history stays under it. */
export function renameUnit(db: Database, person: Person, unitKind: UnitKind, id: string, input: Input): Outcome {
	return write(db, (tx) => {
		const unit = unitById(tx, unitKind, id);
		if (!unit) return refused('gone', `This ${unitKind} no longer exists`);
		const kind = unitKind === 'service' ? serviceById(tx, id)?.kind : undefined;
		const thing = { kind: unitKind, id };
		if (unit.version !== input.version)
			return staleSave(tx, thing, { name: unit.name, kind, version: unit.version }, { kind, ...input }, labels);
		const parentId = parentUnit(tx, unitKind, id)?.id ?? null;
		const problem =
			sameName(tx, unitKind, input.name, parentId, id) ?? (unit.closedOn ? null : secondCorporate(tx, input.kind ?? kind ?? '', id));
		if (problem) return problem;
		const changes = changesOf<{ name: string; kind?: string }>(
			{ name: unit.name, kind },
			{ name: input.name, ...(kind ? { kind: input.kind ?? kind } : {}) }
		);
		if (Object.keys(changes).length === 0) return done();
		const table = unitTables[unitKind];
		tx.update(table)
			.set({ name: input.name, version: unit.version + 1 })
			.where(and(eq(table.id, id), eq(table.version, input.version)))
			.run();
		if (kind && input.kind) tx.update(services).set({ kind: input.kind }).where(eq(services.id, id)).run();
		record(tx, person, `renamed ${unitKind}`, thing, changes);
		return done();
	});
}
