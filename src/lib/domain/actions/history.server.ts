import { and, desc, eq, inArray } from 'drizzle-orm';
import { people } from '#lib/domain/access/tables.ts';
import { auditLines } from '#lib/domain/audit/tables.ts';
import { isDay, showDay } from '#lib/domain/calendar/dates.ts';
import type { Database } from '#lib/server/database.ts';
import { detailLabels } from './details.ts';
import type { ActionSeen } from './finding.server.ts';

const labels: Record<string, string> = {
	...detailLabels,
	status: 'Status',
	droppedReason: 'Why it is dropped',
	completedOn: 'Completed on',
	outcome: 'Did the measure move',
	outcomeText: 'What came of it',
	evidence: 'Evidence of completion',
	note: 'Note'
};

/** One thing done to an action: who, when, and field by field from what to what, in words. */
export type Happening = { number: number; by: string; at: number; what: string; changes: { label: string; from: string; to: string }[] };

/** What was done to an action, newest first, fifty lines at most; from the audit trail, with people by name. */
export function historyOf(db: Database, action: Pick<ActionSeen, 'id'>): Happening[] {
	const lines = db
		.select({ number: auditLines.number, by: people.name, at: auditLines.at, what: auditLines.what, change: auditLines.change })
		.from(auditLines)
		.leftJoin(people, eq(people.id, auditLines.personId))
		.where(and(eq(auditLines.thing, 'action'), eq(auditLines.thingId, action.id)))
		.orderBy(desc(auditLines.number))
		.limit(50)
		.all();
	const owners = lines.flatMap(({ change }) => [change.ownerId?.from, change.ownerId?.to]).filter((id) => typeof id === 'string');
	const rows = owners.length ? db.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, owners)).all() : [];
	const names = new Map(rows.map(({ id, name }) => [id, name]));
	const say = (value: unknown): string => {
		if (value === null || value === undefined || value === '') return 'nothing';
		const text = Array.isArray(value) ? value.join(', ') : String(value);
		return names.get(text) ?? (isDay(text) ? showDay(text) : text);
	};
	return lines.map(({ by, change, ...line }) => ({
		...line,
		by: by ?? 'The program',
		changes: Object.entries(change)
			.filter(([field]) => field in labels)
			.map(([field, { from, to }]) => ({ label: labels[field] ?? field, from: say(from), to: say(to) }))
	}));
}
