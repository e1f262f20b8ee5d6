import { and, count, desc, eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { staffNames } from '#lib/domain/mystery-shopping/staff-names.server.ts';
import { withoutNames } from '#lib/domain/mystery-shopping/without-names.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { write, type Database } from '#lib/server/database.ts';
import { surveyAnswers } from './tables.ts';

const held = (surveyId: string) => and(eq(surveyAnswers.surveyId, surveyId), eq(surveyAnswers.state, 'held'));

export const heldCount = (db: Database, surveyId: string): number =>
	db.select({ n: count() }).from(surveyAnswers).where(held(surveyId)).get()!.n;

/** The answers of a survey that wait to be looked at, the latest first, names of staff taken out; the first two hundred. */
export function heldAnswers(db: Database, surveyId: string) {
	const names = staffNames(db);
	const rows = db
		.select()
		.from(surveyAnswers)
		.where(held(surveyId))
		.orderBy(desc(surveyAnswers.day), desc(surveyAnswers.id))
		.limit(200)
		.all();
	return rows.map(({ comment, ...row }) => ({ ...row, comment: withoutNames(comment, names) }));
}

/** Lets a held answer count, or refuses it; 'all' for every one of the survey. What is refused stays and counts nowhere. */
export function decideHeld(
	db: Database,
	person: Person,
	survey: { id: string; number: number },
	which: string,
	decision: 'counted' | 'refused'
): Outcome<{ decided: number }> {
	return write(db, (tx) => {
		const these = which === 'all' ? held(survey.id) : and(held(survey.id), eq(surveyAnswers.id, which));
		const { changes } = tx.update(surveyAnswers).set({ state: decision, enteredBy: person.id }).where(these).run();
		if (!changes) return refused('decided', 'Somebody has decided about it already');
		const what = decision === 'counted' ? 'let held answers count' : 'refused held answers';
		record(tx, person, `${what} in survey ${survey.number}`, { kind: 'survey', id: survey.id }, { answers: { from: null, to: changes } });
		return done({ decided: changes });
	});
}
