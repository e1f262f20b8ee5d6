import type { Person } from '#lib/domain/access/person.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { addWorkingDays } from '#lib/domain/calendar/working-days.ts';
import { done, refused, type Outcome, type Refused } from '#lib/domain/outcome.ts';
import { completeForm } from '#lib/domain/scorecards/forms.server.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import { auditThing, changeAssessment } from './changing.server.ts';
import { assessmentByNumber } from './finding.server.ts';
import { pafSettingsOf } from './settings.server.ts';
import { changeSums } from './sums.server.ts';

/** Carries a refusal out of the transaction, so that nothing of it stays. */
class NotReleased extends Error {
	constructor(readonly refusal: Refused) {
		super(refusal.text);
	}
}

/**
 * Gives scores that the person drafted to the advisors, all of them or none: each form is completed and from now on final, its
 * figures count, and the window to appeal begins. DOMAIN section 5.2.
 */
export function release(db: Database, person: Person, numbers: readonly number[], today: string): Outcome<{ released: number }> {
	if (!numbers.length) return refused('none', 'Choose at least one score to release', 'numbers[]');
	try {
		return write(db, (tx) => {
			const appealUntil = addWorkingDays(today, pafSettingsOf(tx).appealDays);
			for (const number of numbers) releaseOne(tx, person, number, appealUntil);
			return done({ released: numbers.length });
		});
	} catch (problem) {
		if (problem instanceof NotReleased) return problem.refusal;
		throw problem;
	}
}

function releaseOne(tx: Transaction, person: Person, number: number, appealUntil: string): void {
	const refuse = (code: string, text: string) => new NotReleased(refused(code, text, 'numbers[]'));
	const one = assessmentByNumber(tx, number);
	if (!one || one.assessorId !== person.id || one.aboutId === person.id) throw refuse('not-yours', 'Release only what you scored');
	if (one.releasedAt !== null) throw refuse('released', `The score of ${one.reference} was released already`);
	if (one.monthState !== 'open') throw refuse('month-closed', 'Its month is closed');
	if (!one.formId) throw refuse('not-scored', `${one.reference} is not scored yet`);
	const completed = completeForm(tx, person, one.formId);
	if (!completed.ok) throw refuse(completed.code, `${one.reference}: ${completed.text}`);
	changeAssessment(tx, one, { state: 'released', releasedAt: now(), releasedBy: person.id, appealUntil });
	changeSums(tx, one.id, 1);
	record(tx, person, 'released a score', auditThing(one.id), { state: { from: one.state, to: 'released' } });
}
