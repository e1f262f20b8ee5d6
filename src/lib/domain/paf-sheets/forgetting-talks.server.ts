import { and, inArray, isNotNull, lt, sql } from 'drizzle-orm';
import { objectives, oneToOnes } from '#lib/domain/one-to-ones/tables.ts';
import { trainingRecords } from '#lib/domain/training/tables.ts';
import type { Transaction } from '#lib/server/database.ts';

/**
 * Deletes what holds no scores and is only about a person: one-to-ones held before a month, objectives closed before it, training
 * taken before it and again since, or by somebody who left before it. Open objectives stay, and the last time a course was taken:
 * what is due is worked out from it. Gives how many records went.
 */
export function forgetOldTalks(tx: Transaction, before: string): number {
	const day = `${before}-01`;
	const old = tx.select({ id: oneToOnes.id }).from(oneToOnes).where(lt(oneToOnes.heldOn, day));
	tx.update(objectives).set({ oneToOneId: null }).where(inArray(objectives.oneToOneId, old)).run();
	tx.update(trainingRecords).set({ oneToOneId: null }).where(inArray(trainingRecords.oneToOneId, old)).run();
	const talks = tx.delete(oneToOnes).where(lt(oneToOnes.heldOn, day)).run().changes;
	const leftBefore = sql`(select s.id from staff_member s where s.left_on < ${day})`;
	const closed = tx
		.delete(objectives)
		.where(sql`${objectives.closedOn} < ${day} or ${objectives.staffId} in ${leftBefore}`)
		.run().changes;
	const takenAgain = sql`exists (select 1 from training_record r where r.staff_id = ${trainingRecords.staffId} and r.course_id = ${trainingRecords.courseId} and r.taken_on > ${trainingRecords.takenOn})`;
	const training = tx
		.delete(trainingRecords)
		.where(
			sql`${trainingRecords.staffId} in ${leftBefore} or (${and(isNotNull(trainingRecords.takenOn), lt(trainingRecords.takenOn, day))} and ${takenAgain})`
		)
		.run().changes;
	return talks + closed + training;
}
