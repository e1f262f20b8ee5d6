import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import type { ArrangeTyped } from '#lib/domain/kept-reports/forms.ts';
import { nextTime } from '#lib/domain/kept-reports/next-time.ts';
import { reportSchedules } from '#lib/domain/kept-reports/tables.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { staleSave } from '#lib/domain/stale.server.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database } from '#lib/server/database.ts';
import { notFound } from '#lib/server/guard.ts';
import { reportKindOf } from '../report-kinds.server.ts';
import { subjectOf } from './subject.server.ts';

export type Schedule = typeof reportSchedules.$inferSelect;

/** Has a report kept again and again, with this person's right to read it. 404 where they may not; gives its id. */
export function arrangeSchedule(db: Database, person: Person, typed: ArrangeTyped, today: string): Outcome<{ id: string }> {
	return write(db, (tx) => {
		const { about, serviceId, teamId } = subjectOf(tx, person, typed.kind, typed.of);
		if (typed.firstOn < today) return refused('past', 'The day it is kept first must be today or later', 'firstOn');
		const { kind, of: thingId, rhythm, firstOn } = typed;
		const same = and(
			eq(reportSchedules.ownerId, person.id),
			eq(reportSchedules.kind, kind),
			eq(reportSchedules.thingId, thingId),
			eq(reportSchedules.rhythm, rhythm),
			isNull(reportSchedules.stoppedAt)
		);
		if (tx.select({ id: reportSchedules.id }).from(reportSchedules).where(same).get())
			return refused('twice', 'You have this report kept as often already. End that first, or choose another rhythm', 'rhythm');
		const schedule = { kind, thingId, about, serviceId, teamId, rhythm, firstOn, nextOn: firstOn, ownerId: person.id };
		const { id } = tx
			.insert(reportSchedules)
			.values({ ...schedule, arrangedAt: now() })
			.returning({ id: reportSchedules.id })
			.get();
		record(tx, person, `had a report kept ${rhythm}: ${about}`, { kind: 'report schedule', id }, changesOf({}, { rhythm, firstOn }));
		return done({ id });
	});
}

/** A schedule of one's own; 404 for anybody else's. */
export const scheduleOf = (db: Database, person: Person, id: string): Schedule =>
	db
		.select()
		.from(reportSchedules)
		.where(and(eq(reportSchedules.id, id), eq(reportSchedules.ownerId, person.id)))
		.get() ?? notFound();

/** One's own schedules, those that go on first, by the day they are due. */
export const schedulesOf = (db: Database, person: Person) =>
	db
		.select()
		.from(reportSchedules)
		.where(eq(reportSchedules.ownerId, person.id))
		.orderBy(sql`${reportSchedules.stoppedAt} is not null`, asc(reportSchedules.nextOn))
		.limit(200)
		.all()
		.map((schedule) => ({ ...schedule, label: reportKindOf(schedule.kind)?.label ?? schedule.kind }));

/** Ends a schedule, with the reason in a sentence. By nobody where the workbench ends it itself. */
function stop(db: Database, person: Person | null, schedule: Schedule, why: string): void {
	write(db, (tx) => {
		const change = { stoppedAt: now(), stoppedWhy: why };
		tx.update(reportSchedules)
			.set({ ...change, version: schedule.version + 1 })
			.where(eq(reportSchedules.id, schedule.id))
			.run();
		const thing = { kind: 'report schedule', id: schedule.id };
		record(
			tx,
			person,
			`ended keeping a report ${schedule.rhythm}: ${schedule.about}`,
			thing,
			changesOf<Partial<Schedule>>(schedule, change)
		);
	});
}

/** Ends one's own schedule; what it kept stays. */
export function endSchedule(db: Database, person: Person, id: string, version: number): Outcome {
	return write(db, (tx) => {
		const schedule = scheduleOf(tx, person, id);
		if (schedule.stoppedAt !== null) return refused('ended', 'This has ended already');
		if (schedule.version !== version) return staleSave(tx, { kind: 'report schedule', id }, schedule, {}, {});
		stop(tx, person, schedule, 'Ended by its owner.');
		return done();
	});
}

/** Ends a schedule that can go on no longer. */
export const endByItself = (db: Database, schedule: Schedule, why: string): void => stop(db, null, schedule, why);

const mostAtOnce = 20;

/** The schedules whose day has come, the longest due first; twenty in one go, the rest wait for the next round. */
export const schedulesDue = (db: Database, today: string): Schedule[] =>
	db
		.select()
		.from(reportSchedules)
		.where(and(isNull(reportSchedules.stoppedAt), lte(reportSchedules.nextOn, today)))
		.orderBy(asc(reportSchedules.nextOn))
		.limit(mostAtOnce)
		.all();

/** Says when a schedule's report is due next. In the write that keeps the one now due. */
export function moveOn(db: Database, schedule: Schedule, today: string): void {
	db.update(reportSchedules)
		.set({ nextOn: nextTime(schedule.firstOn, schedule.rhythm, today) })
		.where(eq(reportSchedules.id, schedule.id))
		.run();
}
