import type { Person } from '#lib/domain/access/person.ts';
import { done, type Outcome } from '#lib/domain/outcome.ts';
import { write, type Database } from '#lib/server/database.ts';
import { keepResultsOf } from '#lib/domain/results/keeping-results.server.ts';
import { move, readyFor } from './moving.server.ts';

/** Sends an assessment back to the service with what the moderator asks for; its answers can be changed again (DOMAIN section 2.3). */
export function requestChanges(
	db: Database,
	person: Person,
	{ text, ...asked }: { id: string; version: number; text: string },
	today: string
): Outcome {
	return write(db, (tx) => {
		const ready = readyFor(tx, person, 'request changes', asked);
		if (!ready.ok) return ready;
		const set = { changesRequested: text, moderatedAt: null, moderatorId: ready.assessment.moderatorId ?? person.id };
		const moved = move(tx, person, 'request changes', ready.assessment, set, 'asked the service for changes');
		keepResultsOf(tx, moved, today);
		return done();
	});
}
