import { eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { dayOf } from '#lib/domain/calendar/dates.ts';
import { done, refused, type Outcome, type Refused } from '#lib/domain/outcome.ts';
import type { GivenAnswers } from '#lib/domain/scorecards/card.ts';
import { formOf, saveFormAnswers, startForm } from '#lib/domain/scorecards/forms.server.ts';
import { withCounted } from '#lib/domain/scorecards/timers.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import { whyNotToVisit } from './declaring-ties.server.ts';
import { refusedWhenClosed } from './keeping-waves.server.ts';
import { attempts, scenarios, visits, waves } from './tables.ts';
import { withShopper } from './words.ts';

export type Visit = typeof visits.$inferSelect;

/** When the contact was made and how long it took to be answered. `rings` and `waitSeconds` null where nobody counted. */
export type Timing = { visitedAt: number | null; rings: number | null; waitSeconds: number | null };

/** The visit as it stands, where this shopper may still work on it; otherwise why not. */
function toWorkOn(tx: Transaction, person: Person, id: string): Outcome<{ visit: Visit }> {
	const visit = tx.select().from(visits).where(eq(visits.id, id)).get();
	if (visit?.shopperId !== person.id) return refused('unknown', 'There is no such visit');
	const closed = refusedWhenClosed(tx, visit.waveId);
	if (closed) return closed;
	if (!withShopper.includes(visit.state)) return refused('done', `This visit is ${visit.state}: nothing on it changes any more`);
	const confirmed = tx.select({ at: waves.confirmedAt }).from(waves).where(eq(waves.id, visit.waveId)).get()?.at;
	if (!confirmed) return refused('not-confirmed', 'The plan of this wave is not confirmed yet');
	const conflict = whyNotToVisit(tx, person.id, visit.serviceId);
	return conflict ? refused('conflict', conflict) : done({ visit });
}

/** The form of a visit, begun with it. */
function formFor(tx: Transaction, person: Person, visit: Visit): string {
	if (visit.formId) return visit.formId;
	const card = tx.select({ id: scenarios.scorecardVersionId }).from(scenarios).where(eq(scenarios.id, visit.scenarioId)).get()?.id;
	if (!card) throw new Error(`There is no scenario ${visit.scenarioId}`);
	return startForm(tx, person, card);
}

/**
 * Begins a visit: its form is there from then on. Begun before, it gives the same. Only for the shopper it was given to, in an
 * open wave whose plan is confirmed, and never for a service they work in or declared a tie to. DOMAIN section 5.1.
 */
export function beginVisit(db: Database, person: Person, id: string): Outcome<{ formId: string }> {
	return write(db, (tx) => {
		const working = toWorkOn(tx, person, id);
		if (!working.ok) return working;
		const { visit } = working;
		if (visit.formId) return done({ formId: visit.formId });
		const formId = formFor(tx, person, visit);
		tx.update(visits)
			.set({ formId, state: 'started', version: visit.version + 1 })
			.where(eq(visits.id, id))
			.run();
		record(tx, person, `began visit ${visit.number}`, { kind: 'visit', id }, { state: { from: visit.state, to: 'started' } });
		return done({ formId });
	});
}

function wrongTiming({ visitedAt }: Timing, visit: Visit): Refused | null {
	if (visitedAt === null) return null;
	if (visitedAt > now()) return refused('in-future', 'The visit must have been made: enter a time that has passed', 'visitedOn');
	if (dayOf(visitedAt) < visit.fromOn)
		return refused('too-early', 'The visit was made before its first day. Say when it was made', 'visitedOn');
	return null;
}

/**
 * Keeps what a shopper has filled in so far, whatever is still missing, to go on later. `version` is that of the form.
 * Stale with both texts where it was saved elsewhere since.
 */
export function saveVisit(
	db: Database,
	person: Person,
	id: string,
	{ given, version, ...timing }: Timing & { given: GivenAnswers; version: number }
): Outcome<{ version: number }> {
	return write(db, (tx) => {
		const begun = beginVisit(tx, person, id);
		if (!begun.ok) return begun;
		const visit = tx.select().from(visits).where(eq(visits.id, id)).get();
		if (!visit) return refused('unknown', 'There is no such visit');
		const wrong = wrongTiming(timing, visit);
		if (wrong) return wrong;
		const form = formOf(tx, begun.formId);
		const counted = { rings: timing.rings, waiting: timing.waitSeconds };
		const answers = form ? withCounted(form.card, given, form.answers, counted) : given;
		const saved = saveFormAnswers(tx, person, begun.formId, answers, version);
		if (!saved.ok) return saved;
		const change = changesOf<Timing>(visit, timing);
		if (Object.keys(change).length) {
			tx.update(visits)
				.set({ ...timing, version: visit.version + 1 })
				.where(eq(visits.id, id))
				.run();
		}
		record(tx, person, `filled in visit ${visit.number}`, { kind: 'visit', id }, change);
		return done({ version: formOf(tx, begun.formId)?.version ?? version + 1 });
	});
}

/** Notes that nobody answered: the visit stays the shopper's, to be tried again. */
export function noteAttempt(db: Database, person: Person, id: string, { at, note }: { at: number; note: string }): Outcome {
	return write(db, (tx) => {
		const working = toWorkOn(tx, person, id);
		if (!working.ok) return working;
		if (at > now()) return refused('in-future', 'Enter a time that has passed', 'triedOn');
		tx.insert(attempts).values({ visitId: id, at, note, by: person.id }).run();
		record(tx, person, `tried visit ${working.visit.number}: nobody answered`, { kind: 'visit', id }, changesOf({}, { at, note }));
		return done();
	});
}

/** The questions of a form that are asked and not answered, in their words. */
function unansweredOn(tx: Transaction, formId: string): string[] {
	const form = formOf(tx, formId);
	if (!form) throw new Error(`There is no form ${formId}`);
	const questions = form.card.sections.flatMap(({ questions }) => questions);
	return form.score.unanswered.map((id) => questions.find((question) => question.id === id)?.text ?? id);
}

/** Hands a visit over to be checked. Refused while a question is unanswered, each named, or nobody said when it was made. The form is scored when the visit is accepted. */
export function submitVisit(db: Database, person: Person, id: string): Outcome {
	return write(db, (tx) => {
		const working = toWorkOn(tx, person, id);
		if (!working.ok) return working;
		const { visit } = working;
		if (!visit.formId) return refused('not-begun', 'Answer the questions first');
		if (visit.visitedAt === null) return refused('no-time', 'Enter when you made the visit, and save it', 'visitedOn');
		const missing = unansweredOn(tx, visit.formId);
		if (missing.length) return refused('incomplete', `Answer first: ${missing.join('; ')}`);
		const state = { state: 'submitted', submittedAt: now() } as const;
		tx.update(visits)
			.set({ ...state, version: visit.version + 1 })
			.where(eq(visits.id, id))
			.run();
		record(tx, person, `submitted visit ${visit.number}`, { kind: 'visit', id }, { state: { from: visit.state, to: 'submitted' } });
		return done();
	});
}
