import { eq } from 'drizzle-orm';
import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome, type Refused } from '#lib/domain/outcome.ts';
import type { GivenAnswers, Scorecard } from '#lib/domain/scorecards/card.ts';
import { completeForm, formOf, refusalOf, saveFormAnswers, startForm } from '#lib/domain/scorecards/forms.server.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import { asShown, auditThing, changeAssessment } from './changing.server.ts';
import { appealOf, thingOf, type PafAssessment } from './finding.server.ts';
import type { AppealOutcome } from './states.ts';
import { changeSums } from './sums.server.ts';
import { appeals } from './tables.ts';

/** Whether a person may decide the appeal: the leader, the manager or a second assessor; never who scored it, nor whom it is about. */
export const mayDecide = (person: Person, one: PafAssessment): boolean =>
	one.state === 'appealed' && one.aboutId !== person.id && one.assessorId !== person.id && can(person, 'decide appeal', thingOf(one));

function toDecide(tx: Transaction, person: Person, number: number, version: number): PafAssessment | Refused {
	const one = asShown(tx, number, version);
	if ('ok' in one) return one;
	return mayDecide(person, one) ? one : refused('not-to-decide', 'This appeal is not yours to decide, or it was decided already');
}

/**
 * Saves what whoever looks into an appeal scores instead. It begins with the original answers; the original form stays as it
 * is. Nothing changes for the advisor before the decision.
 */
export function saveRescore(
	db: Database,
	person: Person,
	input: { number: number; given: GivenAnswers; version: number }
): Outcome<{ version: number; unanswered: number }> {
	return write(db, (tx) => {
		const one = toDecide(tx, person, input.number, input.version);
		if ('ok' in one) return one;
		const there = appealOf(tx, one.id)?.formId;
		const refusal = there ? null : refusalOf(tx, one.scorecardVersionId ?? '', input.given);
		if (refusal) return refusal;
		const begun = there ?? beginAgain(tx, person, one);
		const saved = saveFormAnswers(tx, person, begun, input.given, formOf(tx, begun)?.version ?? 0);
		if (!saved.ok) return saved;
		changeAssessment(tx, one, {});
		record(tx, person, 'scored an interaction again after an appeal', auditThing(one.id));
		return done({ version: one.version + 1, unanswered: formOf(tx, begun)?.score.unanswered.length ?? 0 });
	});
}

function beginAgain(tx: Transaction, person: Person, one: PafAssessment): string {
	const formId = startForm(tx, person, one.scorecardVersionId ?? '');
	const original = one.formId ? formOf(tx, one.formId) : undefined;
	if (original) saveFormAnswers(tx, person, formId, original.answers, formOf(tx, formId)?.version ?? 0);
	tx.update(appeals).set({ formId }).where(eq(appeals.assessmentId, one.id)).run();
	return formId;
}

/** The second score as far as it is, which begins with the original answers. */
export function rescoreBegun(db: Database, one: PafAssessment): { card: Scorecard; answers: GivenAnswers } | undefined {
	const formId = appealOf(db, one.id)?.formId ?? one.formId;
	return formId ? formOf(db, formId) : undefined;
}

export type Decision = { number: number; outcome: AppealOutcome; reasons: string; version: number };

/**
 * Decides an appeal, for good. Upheld: the advisor is right, and the assessment counts no longer. Changed: the new scores
 * count, the original stays on record. Rejected: the original stands. DOMAIN section 5.2.
 */
export function decideAppeal(db: Database, person: Person, input: Decision): Outcome {
	const { number, outcome, reasons, version } = input;
	return write(db, (tx) => {
		const one = toDecide(tx, person, number, version);
		if ('ok' in one) return one;
		let changedFormId: string | null = null;
		if (outcome === 'changed') {
			changedFormId = appealOf(tx, one.id)?.formId ?? null;
			if (!changedFormId) return refused('not-rescored', 'Score it again first, or choose another outcome', 'outcome');
			const completed = completeForm(tx, person, changedFormId);
			if (!completed.ok) return { ...completed, field: 'outcome' };
		}
		changeSums(tx, one.id, -1);
		changeAssessment(tx, one, { state: outcome, changedFormId });
		changeSums(tx, one.id, 1);
		const decision = { outcome, reasons, decidedAt: now(), decidedBy: person.id };
		tx.update(appeals).set(decision).where(eq(appeals.assessmentId, one.id)).run();
		record(tx, person, 'decided an appeal', auditThing(one.id), { state: { from: one.state, to: outcome } });
		return done();
	});
}
