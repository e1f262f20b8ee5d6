import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { dayOf } from '#lib/domain/calendar/dates.ts';
import { keptReports } from '#lib/domain/kept-reports/tables.ts';
import { done, type Outcome } from '#lib/domain/outcome.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database } from '#lib/server/database.ts';
import type { MadeToKeep } from './making-to-keep.server.ts';
import { subjectOf } from './subject.server.ts';

/** The SHA-256 of a kept text, in hexadecimal. */
export const hashOfKept = (text: string): string => createHash('sha256').update(text).digest('hex');

type ToKeep = { kind: string; id: string; note: string; by?: { scheduleId: string; dueOn: string } };

/**
 * Keeps a report that was just made, as it is, for ever; gives its number. With `by` a schedule keeps it for its owner: the audit line
 * then names nobody. 404 where the person may not read it. DOMAIN section 8: nothing agreed or released is ever edited.
 */
export function keepReport(
	db: Database,
	person: Person,
	{ report, unnamed }: MadeToKeep,
	{ kind, id, note, by }: ToKeep
): Outcome<{ number: number }> {
	return write(db, (tx) => {
		const { about, serviceId, teamId } = subjectOf(tx, person, kind, id);
		const last = tx
			.select({ number: sql<number | null>`max(${keptReports.number})` })
			.from(keptReports)
			.get();
		const number = (last?.number ?? 0) + 1;
		const content = JSON.stringify(report);
		const without = unnamed && JSON.stringify(unnamed);
		const sha256 = hashOfKept(content);
		const at = now();
		const { id: keptId } = tx
			.insert(keptReports)
			.values({
				number,
				kind,
				thingId: id,
				about,
				title: report.title,
				serviceId,
				teamId,
				keptOn: dayOf(at),
				keptAt: at,
				keptBy: person.id,
				note,
				scheduleId: by?.scheduleId ?? null,
				dueOn: by?.dueOn ?? null,
				content,
				sha256,
				unnamed: without,
				unnamedSha256: without && hashOfKept(without)
			})
			.returning({ id: keptReports.id })
			.get();
		const what = by ? `kept a report by its schedule: ${about}` : `kept a report as it is: ${about}`;
		record(tx, by ? null : person, what, { kind: 'kept report', id: keptId }, { sha256: { from: null, to: sha256 } });
		return done({ number });
	});
}
