import type { Person } from '#lib/domain/access/person.ts';
import { refused, type Outcome } from '#lib/domain/outcome.ts';
import { write, type Database } from '#lib/server/database.ts';
import { proveCompletion } from './completion-evidence.server.ts';
import type { ActionSeen } from './finding.server.ts';
import { saveAction } from './saving.server.ts';
import type { StoredStatus } from './status.ts';

/** How an action stands from now on. `evidence` is the whole list of what proves its completion; without it, that stays. */
export type Move = {
	status: StoredStatus;
	droppedReason?: string;
	completedOn?: string;
	evidence?: readonly string[];
	version: number;
};

const labels = { status: 'Status', droppedReason: 'Why it is dropped', completedOn: 'Completed on' };

/**
 * Changes how an action stands. Dropped needs a reason; done needs the day it was completed, which is not in the future.
 * Opening it again takes both away; the audit trail keeps them. 'Late' is never set: it follows from the due date. DOMAIN section 3.
 */
export function moveAction(db: Database, person: Person, action: ActionSeen, move: Move, today: string): Outcome<{ version: number }> {
	const { status, droppedReason = '', completedOn = '', evidence, version } = move;
	if (status === 'dropped' && !droppedReason.trim()) return refused('no-reason', 'Enter why this action is dropped', 'droppedReason');
	if (status === 'done' && !completedOn) return refused('no-day', 'Enter the day it was completed', 'completedOn');
	if (status === 'done' && completedOn > today)
		return refused('future', 'The day it was completed must be today or in the past', 'completedOn');
	const fields = {
		status,
		droppedReason: status === 'dropped' ? droppedReason.trim() : null,
		completedOn: status === 'done' ? completedOn : null
	};
	return write(db, (tx) => {
		const outcome = saveAction(tx, person, action, fields, { what: `set to ${status}:`, version, labels });
		if (outcome.ok && status === 'done' && evidence) proveCompletion(tx, person, action, evidence);
		return outcome;
	});
}
