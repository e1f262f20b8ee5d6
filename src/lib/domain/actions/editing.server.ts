import { eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { people } from '#lib/domain/access/tables.ts';
import { showDay } from '#lib/domain/calendar/dates.ts';
import { refused, type Outcome } from '#lib/domain/outcome.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import { refusedOwner } from './adding.server.ts';
import { detailLabels, faultsIn, type ActionDetails } from './details.ts';
import type { ActionSeen } from './finding.server.ts';
import { saveAction, type ActionRow } from './saving.server.ts';

/** Changes what is written down about an action. Refused as `addAction` is, and stale where somebody saved since. DOMAIN sections 3 and 8. */
export function editAction(
	db: Database,
	person: Person,
	action: ActionSeen,
	{ version, ...details }: ActionDetails & { version: number }
): Outcome<{ version: number }> {
	return write(db, (tx) => {
		const fault = faultsIn(details)[0];
		if (fault) return refused('fault', fault.text, fault.field);
		const refusal = refusedOwner(tx, details.ownerId, action.ownerId);
		if (refusal) return refusal;
		return saveAction(tx, person, action, details, { what: 'changed', version, labels: detailLabels, inWords });
	});
}

/** A stale save shows the owner by name and the dates as people read them. */
function inWords(tx: Transaction, row: Partial<ActionRow>): Partial<Record<keyof ActionRow, unknown>> {
	const owner = row.ownerId ? tx.select({ name: people.name }).from(people).where(eq(people.id, row.ownerId)).get()?.name : undefined;
	const dates = (['startOn', 'dueOn', 'reviewOn'] as const).map((name) => [name, row[name] && showDay(row[name])]);
	return { ...row, ownerId: owner, ...Object.fromEntries(dates) };
}
