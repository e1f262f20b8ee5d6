import { eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { showDay } from '#lib/domain/calendar/dates.ts';
import { done, refused, type Outcome, type Refused } from '#lib/domain/outcome.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import { dueOf, extendableTo } from './clocks.ts';
import { stagesOf, type CaseRow, type StageRow } from './finding.server.ts';
import { caseNow, nameOf, refusedDay, saveCase, standingAfter } from './keeping.server.ts';
import { stepRefusals, type Step } from './step-refusals.ts';
import { complaintStages } from './tables.ts';
import type { ComplaintOutcome } from './words.ts';

/*
 * The steps within one stage. Each is refused once the stage is answered: an answer is final, and superseded where it was
 * wrong. Who calls has made sure that the person may handle the case.
 */

/** Carries a step out on the stage the case stands at: what it changes, or why not. */
function step(
	db: Database,
	person: Person,
	caseId: string,
	version: number,
	[which, what]: [Step, string],
	today: string,
	change: (tx: Transaction, row: CaseRow, stage: StageRow) => Refused | Partial<StageRow>
): Outcome {
	return write(db, (tx) => {
		const { row, stage } = caseNow(tx, caseId);
		const refusal = stepRefusals[which](row, stage, today);
		if (refusal || !stage) return refusal ?? refused('closed', 'It needs no answer');
		const set = change(tx, row, stage);
		if ('ok' in set && set.ok === false) return set as Refused;
		const moved = set as Partial<StageRow>;
		const after = { ...stage, ...moved };
		const stale = saveCase(tx, row, version, standingAfter(after));
		if (stale) return stale;
		tx.update(complaintStages).set(moved).where(eq(complaintStages.id, stage.id)).run();
		// words may tell of the customer, and the trail keeps for ever: it says which were written, not what
		const { answer, remedy, extendedReason, ...told } = moved;
		record(tx, person, `${what} ${nameOf(row)}, ${stage.stage}`, { kind: 'complaint', id: caseId }, changesOf<StageRow>(stage, told));
		return done();
	});
}

/** Notes that the customer was told their complaint is being looked into. The time to answer runs from then. Code 6.2. */
export const acknowledge = (db: Database, person: Person, caseId: string, on: string, version: number, today: string): Outcome =>
	step(db, person, caseId, version, ['acknowledgement', 'acknowledged'], today, (_, row, stage) => {
		const wrong = refusedDay(on, 'acknowledgedOn', { from: stage.openedOn, today, before: `it came in, ${showDay(stage.openedOn)}` });
		if (wrong) return wrong;
		return { acknowledgedOn: on, acknowledgedBy: person.id, dueOn: dueOf(stage.stage, stage.openedOn, on) };
	});

/**
 * Puts off the answer, once, with a reason the customer is told: before it is late, and by at most as much again. Code 6.4.
 */
export const extend = (
	db: Database,
	person: Person,
	caseId: string,
	{ dueOn, reason, version }: { dueOn: string; reason: string; version: number },
	today: string
): Outcome =>
	step(db, person, caseId, version, ['extension', 'extended'], today, (_, row, stage) => {
		if (dueOn <= stage.dueOn) return refused('no-later', `Choose a day after ${showDay(stage.dueOn)}, when it is due now`, 'dueOn');
		const most = extendableTo(stage);
		if (dueOn > most) return refused('too-long', `Choose a day up to ${showDay(most)}: at most as much time again`, 'dueOn');
		return { dueOn, dueFirst: stage.dueOn, extendedOn: today, extendedBy: person.id, extendedReason: reason };
	});

/**
 * Keeps what the customer was told; from then on the stage is final. An answer before the acknowledgement is both. Stage 2 is
 * answered by somebody who did not answer stage 1 (Code 6.13).
 */
export const answer = (
	db: Database,
	person: Person,
	caseId: string,
	given: { answeredOn: string; outcome: ComplaintOutcome; answer: string; remedy: string; version: number },
	today: string
): Outcome =>
	step(db, person, caseId, given.version, ['answer', 'answered'], today, (tx, row, stage) => {
		const { version: _, ...kept } = given;
		const from = stage.acknowledgedOn ?? stage.openedOn;
		const wrong = refusedDay(given.answeredOn, 'answeredOn', { from, today, before: `${showDay(from)}` });
		if (wrong) return wrong;
		if (stage.stage === 'stage 2' && stagesOf(tx, caseId).some((one) => one.stage === 'stage 1' && one.answeredBy === person.id))
			return refused('same-person', 'Stage 2 is answered by somebody who did not answer stage 1. Give the complaint to a colleague');
		const acknowledged = stage.acknowledgeBy && !stage.acknowledgedOn;
		const also = acknowledged
			? { acknowledgedOn: given.answeredOn, acknowledgedBy: person.id, dueOn: dueOf(stage.stage, stage.openedOn, given.answeredOn) }
			: {};
		return { ...kept, ...also, answeredBy: person.id };
	});
