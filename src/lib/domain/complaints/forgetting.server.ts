import { and, asc, inArray, isNull, lt, ne } from 'drizzle-orm';
import { record } from '#lib/domain/audit/recording.server.ts';
import { addMonths, dayOf } from '#lib/domain/calendar/dates.ts';
import { surveyAnswers } from '#lib/domain/surveys/tables.ts';
import { keptPerDatabase, write, type Database } from '#lib/server/database.ts';
import { feedbackSettingsOf } from './settings.server.ts';
import { complaintStages, tellUsCases } from './tables.ts';

const mostAtOnce = 200;
const removed = 'Taken away when the time it is kept was over';
const looked = keptPerDatabase(() => ({ through: '' }));

/**
 * Housekeeping: some time after a case was closed (24 months unless the council says otherwise) what tells of the customer goes:
 * name, contact, reference and every text but the lesson and what was changed; so do comments of surveys. Dates, stages, outcomes
 * and causes stay, and with them every figure. Two hundred at a time.
 */
export function forgetOldFeedback(db: Database, now: number): number {
	const today = dayOf(now);
	const before = addMonths(today, -feedbackSettingsOf(db).retentionMonths);
	const memory = looked(db);
	if (memory.through === `${today} ${before}`) return 0;
	const forgotten = write(db, (tx) => {
		const old = tx
			.select({ id: tellUsCases.id })
			.from(tellUsCases)
			.where(and(lt(tellUsCases.closedOn, before), isNull(tellUsCases.forgottenOn)))
			.limit(mostAtOnce)
			.all()
			.map(({ id }) => id);
		const gone = { customerName: '', customerContact: '', reference: null, words: removed, withdrawnReason: '', forgottenOn: today };
		if (old.length) {
			tx.update(tellUsCases).set(gone).where(inArray(tellUsCases.id, old)).run();
			const words = { why: '', extendedReason: '', answer: removed, remedy: '' };
			tx.update(complaintStages).set(words).where(inArray(complaintStages.caseId, old)).run();
		}
		const comments = tx
			.select({ id: surveyAnswers.id })
			.from(surveyAnswers)
			.where(and(lt(surveyAnswers.day, before), ne(surveyAnswers.comment, '')))
			.orderBy(asc(surveyAnswers.day))
			.limit(mostAtOnce)
			.all()
			.map(({ id }) => id);
		if (comments.length) tx.update(surveyAnswers).set({ comment: '', reference: null }).where(inArray(surveyAnswers.id, comments)).run();
		const change = { cases: { from: old.length, to: 0 }, comments: { from: comments.length, to: 0 } };
		if (old.length + comments.length)
			record(tx, null, 'took away what tells of customers, older than it is kept', { kind: 'feedback retention', id: before }, change);
		return Math.max(old.length, comments.length);
	});
	if (forgotten < mostAtOnce) memory.through = `${today} ${before}`;
	return forgotten;
}
