import type { Person } from '#lib/domain/access/person.ts';
import { frameworkOf } from '#lib/domain/frameworks/finding.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { write, type Database } from '#lib/server/database.ts';
import { now } from '#lib/server/clock.ts';
import { columnsOf } from './agreeing.server.ts';
import { keepBaseline } from './baseline.server.ts';
import { keepSnapshot, lastSnapshot } from '#lib/domain/snapshots/keeping-snapshots.server.ts';
import { move, readyFor } from './moving.server.ts';
import { panelDecision, type Panel } from './panel-decision.ts';

/**
 * The board's decision over an agreed result, up or down, only with a reason (DOMAIN section 2.2). The snapshot that
 * stands is not touched: a new one, the same but for the decision, supersedes it and keeps the worked-out level too.
 */
export function override(db: Database, person: Person, { level, reason, ...asked }: Panel & { id: string; version: number }): Outcome {
	return write(db, (tx) => {
		const ready = readyFor(tx, person, 'override', asked);
		if (!ready.ok) return ready;
		const { assessment } = ready;
		const last = lastSnapshot(tx, assessment.id);
		if (!last) return refused('no-snapshot', 'There is no agreed result to override.');
		const by = { id: person.id, name: person.name };
		const decided = panelDecision(frameworkOf(tx, assessment.frameworkVersionId), last.content, { level, reason }, { by, at: now() });
		if (!decided.ok) return decided;
		const snapshot = { ...last.content, number: last.number + 1, panel: decided.decision };
		keepSnapshot(tx, snapshot, person.id);
		move(tx, person, 'override', assessment, columnsOf(snapshot), 'overrode the agreed result by panel decision');
		keepBaseline(tx, assessment.serviceId, assessment.frameworkVersionId);
		return done();
	});
}
