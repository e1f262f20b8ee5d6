import { isHttpError } from '@sveltejs/kit';
import { personById } from '#lib/domain/access/finding.server.ts';
import { dayOf } from '#lib/domain/calendar/dates.ts';
import { keepReport } from '#lib/reports/kept/keeping.server.ts';
import { endByItself, moveOn, schedulesDue, type Schedule } from '#lib/reports/kept/scheduling.server.ts';
import { subjectOf } from '#lib/reports/kept/subject.server.ts';
import { write, type Database } from '#lib/server/database.ts';
import { log } from '#lib/server/log.ts';
import { inWorker } from './in-worker.server.ts';

/** Makes in the worker what one schedule is due, and keeps it; or ends the schedule where its owner may not read the report any more. */
async function keepDue(db: Database, schedule: Schedule, today: string): Promise<void> {
	const { kind, thingId: id, ownerId, nextOn: dueOn } = schedule;
	const owner = personById(db, ownerId);
	if (!owner) return endByItself(db, schedule, 'The account of whoever had it kept is closed.');
	try {
		subjectOf(db, owner, kind, id);
	} catch (problem) {
		if (!isHttpError(problem)) throw problem;
		return endByItself(db, schedule, 'Whoever had it kept may not read this report any more, or there is nothing left to report on.');
	}
	const made = await inWorker(db, 'make a report to keep', { kind, id, person: owner, today });
	write(db, (tx) => {
		keepReport(tx, owner, made, { kind, id, note: '', by: { scheduleId: schedule.id, dueOn } });
		moveOn(tx, schedule, today);
	});
}

let isUnderWay = false;

/**
 * Keeps the reports whose day has come, one after the other, so that the worker is not taken up. A second call meanwhile does nothing;
 * one that fails is tried again with the next round.
 */
export async function keepScheduled(db: Database, moment: number): Promise<void> {
	if (isUnderWay) return;
	isUnderWay = true;
	const today = dayOf(moment);
	try {
		for (const schedule of schedulesDue(db, today)) {
			try {
				await keepDue(db, schedule, today);
			} catch (problem) {
				log.error({ schedule: schedule.id, problem: problem instanceof Error ? problem.message : problem }, 'A report could not be kept');
			}
		}
	} finally {
		isUnderWay = false;
	}
}
