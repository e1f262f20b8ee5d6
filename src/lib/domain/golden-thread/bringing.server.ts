import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { people } from '#lib/domain/access/tables.ts';
import { changesOf } from '#lib/domain/audit/recording.server.ts';
import { services, teams } from '#lib/domain/organisation/tables.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import type { Database, Transaction } from '#lib/server/database.ts';
import { fitted } from './keeping.server.ts';
import { faultIn } from './rules.ts';
import { lastPlace, putStrand, stateOf, strandRow } from './strand-rows.server.ts';
import type { StrandState } from './tables.ts';
import { threadOf } from './thread.server.ts';
import type { StrandInFile } from './thread-file.ts';
import type { Strand, Thread } from './thread.ts';

/** The strand a file means by a reference: its own, else the number people name it by. */
export function strandCalled(thread: Thread, reference: string): Strand | undefined {
	const all = [...thread.byId.values()];
	const name = reference.toLowerCase();
	return all.find((strand) => strand.reference?.toLowerCase() === name) ?? all.find(({ number }) => String(number) === reference);
}

/** How a file names a strand. */
export const referenceOf = ({ reference, number }: Pick<Strand, 'reference' | 'number'>): string => reference ?? String(number);

/** The owner a file names: somebody who signs in, by name or email, else a post or a group in words. */
function ownerCalled(db: Database, owner: string | undefined): { ownerId: string | null; ownedBy: string } {
	if (!owner) return { ownerId: null, ownedBy: '' };
	const named = sql`(${inAnyCase(people.name)} = ${owner} or ${inAnyCase(people.email)} = ${owner})`;
	const found = db
		.select({ id: people.id })
		.from(people)
		.where(and(named, isNull(people.deactivatedAt)))
		.get();
	return found ? { ownerId: found.id, ownedBy: '' } : { ownerId: null, ownedBy: owner };
}

/** What a strand in a file is to be, without what it serves; or which service or team there is not. */
export function fieldsInFile(db: Database, file: StrandInFile) {
	const service = file.service
		? db
				.select({ id: services.id })
				.from(services)
				.where(and(eq(inAnyCase(services.name), file.service), isNull(services.closedOn)))
				.get()
		: undefined;
	if (file.service && !service) return { ok: false as const, column: 'Service', text: `There is no open service called ${file.service}` };
	const own = service ? eq(teams.serviceId, service.id) : undefined;
	const found = file.team
		? db
				.select({ id: teams.id, serviceId: teams.serviceId })
				.from(teams)
				.where(and(eq(inAnyCase(teams.name), file.team), isNull(teams.closedOn), own))
				.all()
		: [];
	if (file.team && !found.length) return { ok: false as const, column: 'Team', text: `There is no open team called ${file.team}` };
	if (found.length > 1) return { ok: false as const, column: 'Team', text: `Several teams are called ${file.team}: name the service too` };
	return {
		ok: true as const,
		fields: {
			level: file.level,
			title: file.title,
			why: file.why ?? '',
			...ownerCalled(db, file.owner),
			fromOn: file.from ?? null,
			untilOn: file.until ?? null,
			serviceId: found[0]?.serviceId ?? service?.id ?? null,
			teamId: found[0]?.id ?? null,
			source: file.source ?? ''
		}
	};
}

/** The fields in which a strand in a file differs from the one that is there. */
export function differsFrom(db: Database, strand: Strand, file: StrandInFile): string[] {
	const row = strandRow(db, strand.id)!;
	const read = fieldsInFile(db, file);
	if (!read.ok) return [];
	const thread = threadOf(db);
	const parents = file.serves.map((one) => strandCalled(thread, one)?.id ?? one).sort();
	return Object.keys(changesOf<object>(stateOf(db, row), { ...read.fields, parents }));
}

/**
 * Adds a strand as a file has it, or changes the one of that reference so. What it serves must be there already. Its
 * reference is kept, unless that is a number people name another by.
 */
export function bringStrand(tx: Transaction, person: Person, file: StrandInFile): Outcome<{ id: string; number: number }> {
	const thread = threadOf(tx);
	const read = fieldsInFile(tx, file);
	if (!read.ok) return refused('unknown', `${file.reference}: ${read.text}`);
	const there = strandCalled(thread, file.reference);
	const parents = file.serves.map((one) => strandCalled(thread, one));
	if (parents.some((parent) => !parent)) return refused('unknown', `${file.reference} serves a strand that is not there`);
	const ids = [...new Set(parents.map((parent) => parent!.id))].sort();
	const fields = fitted(tx, person, read.fields);
	if ('ok' in fields) return refused(fields.code, `${file.reference}: ${fields.text}`);
	if (there?.retiredOn) return refused('retired', `${file.reference} is retired: bring it back first`);
	const fault = faultIn(thread, { id: there?.id ?? '', level: fields.level, title: fields.title }, ids);
	if (fault) return refused(fault.code, `${file.reference}: ${fault.text}`);
	const row = there && strandRow(tx, there.id);
	const before = row
		? stateOf(tx, row)
		: { reference: /^\d+$/.test(file.reference) ? null : file.reference, position: lastPlace(tx), retiredOn: null };
	const wanted: StrandState = { ...before, ...fields, parents: ids };
	const { id, number } = putStrand(tx, person, { id: there?.id ?? null, wanted, what: there ? 'changed a strand' : 'added a strand' });
	return done({ id, number });
}
