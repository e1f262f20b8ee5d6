import { evidence, evidenceVersions } from '#lib/domain/evidence/tables.ts';
import type { Database } from '#lib/server/database.ts';

/** Puts a note into the evidence library of a service; gives its title. */
export function keepNote(db: Database, serviceId: string, ownerId: string, title: string): string {
	const piece = { kind: 'note', title, shows: 'What happens at this step', serviceId, ownerId, strength: 'high' } as const;
	const { id } = db
		.insert(evidence)
		.values({ ...piece, effectiveFrom: '2026-01-01' })
		.returning({ id: evidence.id })
		.get();
	db.insert(evidenceVersions).values({ evidenceId: id, number: 1, note: 'Counted by hand', addedBy: ownerId, addedAt: 0 }).run();
	return title;
}
