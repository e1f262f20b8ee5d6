import { and, desc, eq } from 'drizzle-orm';
import { people } from '#lib/domain/access/tables.ts';
import { dayOf, showMoment, showTime } from '#lib/domain/calendar/dates.ts';
import { now } from '#lib/server/clock.ts';
import type { Database } from '#lib/server/database.ts';
import { auditLines } from './tables.ts';

/** Who changed a thing last, and when in words ('09:12', with the date where it was not today). */
export function lastChangeOf(db: Database, thing: { kind: string; id: string }): { by: string; at: string } {
	const line = db
		.select({ by: people.name, at: auditLines.at })
		.from(auditLines)
		.leftJoin(people, eq(people.id, auditLines.personId))
		.where(and(eq(auditLines.thing, thing.kind), eq(auditLines.thingId, thing.id)))
		.orderBy(desc(auditLines.number))
		.limit(1)
		.get();
	if (!line) return { by: 'Somebody', at: 'another time' };
	return { by: line.by ?? 'Somebody', at: dayOf(line.at) === dayOf(now()) ? showTime(line.at) : showMoment(line.at) };
}
