import type { Person } from '#lib/domain/access/person.ts';
import { refused, type Outcome } from '#lib/domain/outcome.ts';
import type { Database } from '#lib/server/database.ts';
import type { ActionSeen } from './finding.server.ts';
import { saveAction } from './saving.server.ts';
import type { outcomes } from './status.ts';

export type Review = { outcome: (typeof outcomes)[number]; outcomeText: string; version: number };

const labels = { outcome: 'Did the measure move', outcomeText: 'What came of it' };

/** Records what came of an action and whether its measure moved. DOMAIN section 3: plan, do, review. */
export function reviewAction(
	db: Database,
	person: Person,
	action: ActionSeen,
	{ outcome, outcomeText, version }: Review,
	today: string
): Outcome<{ version: number }> {
	if (outcome === 'no measure' && action.measure)
		return refused('has-measure', 'This action has a success measure: choose whether it moved', 'outcome');
	const fields = { outcome, outcomeText, reviewedBy: person.id, reviewedOn: today };
	return saveAction(db, person, action, fields, { what: 'reviewed', version, labels });
}
