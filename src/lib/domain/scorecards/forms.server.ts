import { and, desc, eq, sql } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { people } from '#lib/domain/access/tables.ts';
import { showTime } from '#lib/domain/calendar/dates.ts';
import { compareVersions } from '#lib/domain/versions/version-numbers.ts';
import type { Channel } from '#lib/domain/journeys/channels.ts';
import { done, refused, stale, type Conflict, type Outcome, type Refused } from '#lib/domain/outcome.ts';
import { now } from '#lib/server/clock.ts';
import { keptPerDatabase, type Database, type Transaction } from '#lib/server/database.ts';
import { leftOut, questionsOf, worthOf } from './asked.ts';
import type { GivenAnswers, Scorecard, Use } from './card.ts';
import { faultsIn } from './form-faults.ts';
import { fieldOf, fieldValue, noteFieldOf } from './form-fields.ts';
import { scoreOf, type Score } from './scoring.ts';
import { formAnswers, scorecardVersions, scoredForms } from './tables.ts';

/*
 * Filling in a scorecard about one contact: a visit, an interaction, a call in a calibration. Whoever calls has looked the
 * thing up through the person and writes the audit line; a form has no address of its own. DOMAIN section 5.
 */

/** The published scorecards of a use, the one published last first. */
export const publishedCards = (db: Database, use: Use, channel?: Channel) =>
	db
		.select({
			id: scorecardVersions.id,
			scorecard: scorecardVersions.scorecard,
			name: scorecardVersions.name,
			number: scorecardVersions.number,
			channel: scorecardVersions.channel,
			publishedAt: scorecardVersions.publishedAt
		})
		.from(scorecardVersions)
		.where(
			and(
				eq(scorecardVersions.use, use),
				eq(scorecardVersions.state, 'published'),
				channel ? eq(scorecardVersions.channel, channel) : undefined
			)
		)
		.all()
		.sort((a, b) => (b.publishedAt ?? 0) - (a.publishedAt ?? 0) || compareVersions(b.number, a.number));

/** Begins a form on one of `publishedCards`, inside the caller's transaction; gives its id. */
export const startForm = (tx: Transaction, person: Person, scorecardVersionId: string): string =>
	tx.insert(scoredForms).values({ scorecardVersionId, startedAt: now(), startedBy: person.id }).returning({ id: scoredForms.id }).get().id;

/**
 * Why these answers could not be the first of a form on this scorecard; null where they could. Asked before `startForm`: a
 * refusal ends no transaction, so what was begun before it would stay.
 */
export function refusalOf(tx: Transaction, scorecardVersionId: string, given: GivenAnswers): Refused | null {
	const found = tx.select({ card: scorecardVersions.document }).from(scorecardVersions).where(eq(scorecardVersions.id, scorecardVersionId));
	const card = found.get()?.card;
	return card ? outsideScale(card, given) : refused('unknown', 'There is no such scorecard');
}

function outsideScale(card: Scorecard, given: GivenAnswers): Refused | null {
	const fault = faultsIn(card, given)[0];
	return fault ? refused('outside-scale', fault.text, fault.inNote ? noteFieldOf(fault.question) : fieldOf(fault.question)) : null;
}

export type FormSeen = {
	id: string;
	version: number;
	scorecardVersionId: string;
	completedAt: number | null;
	card: Scorecard;
	answers: GivenAnswers;
	score: Score;
};

const prepared = keptPerDatabase((db) => ({
	form: db
		.select({
			id: scoredForms.id,
			version: scoredForms.version,
			scorecardVersionId: scoredForms.scorecardVersionId,
			completedAt: scoredForms.completedAt,
			card: scorecardVersions.document
		})
		.from(scoredForms)
		.innerJoin(scorecardVersions, eq(scorecardVersions.id, scoredForms.scorecardVersionId))
		.where(eq(scoredForms.id, sql.placeholder('id')))
		.prepare(),
	answers: db
		.select({
			question: formAnswers.question,
			value: formAnswers.value,
			notApplicable: formAnswers.notApplicable,
			note: formAnswers.note
		})
		.from(formAnswers)
		.where(eq(formAnswers.formId, sql.placeholder('id')))
		.prepare()
}));

/** A form with its scorecard, its answers and what they score; undefined where there is none. */
export function formOf(db: Database, id: string): FormSeen | undefined {
	const form = prepared(db).form.get({ id });
	if (!form) return undefined;
	const rows = prepared(db).answers.all({ id });
	const answers: GivenAnswers = Object.fromEntries(rows.map(({ question, ...given }) => [question, given]));
	return { ...form, answers, score: scoreOf(form.card, answers) };
}

/**
 * Keeps the answers given; what is not given stays as it was. Refused, each with its question: an answer outside its
 * scale, one to a question the scorecard has not, a complete form, and a form saved by somebody else since `version`.
 */
export function saveFormAnswers(
	tx: Transaction,
	person: Person,
	formId: string,
	given: GivenAnswers,
	version: number
): Outcome<{ version: number }> {
	const form = formOf(tx, formId);
	if (!form) return refused('unknown', 'There is no such form');
	if (form.completedAt !== null) return refused('complete', 'This form is complete: its answers do not change any more');
	if (form.version !== version) return stale(bothTexts(tx, form, given));
	const outside = outsideScale(form.card, given);
	if (outside) return outside;
	for (const [question, { value, notApplicable = false, note = form.answers[question]?.note ?? '' }] of Object.entries(given)) {
		const answer = { value: notApplicable ? null : value?.trim() || null, notApplicable, note, savedAt: now(), savedBy: person.id };
		tx.insert(formAnswers)
			.values({ formId, question, ...answer })
			.onConflictDoUpdate({
				target: [formAnswers.formId, formAnswers.question],
				set: { ...answer, version: sql`${formAnswers.version} + 1` }
			})
			.run();
	}
	tx.update(scoredForms)
		.set({ version: version + 1 })
		.where(eq(scoredForms.id, formId))
		.run();
	return done({ version: version + 1 });
}

/** What stands and what was to be saved, question by question where they differ, and who saved last. */
function bothTexts(tx: Transaction, { id, card, answers, version }: FormSeen, given: GivenAnswers): Conflict {
	const last = tx
		.select({ by: people.name, at: formAnswers.savedAt })
		.from(formAnswers)
		.innerJoin(people, eq(people.id, formAnswers.savedBy))
		.where(eq(formAnswers.formId, id))
		.orderBy(desc(formAnswers.savedAt))
		.get();
	const fields = questionsOf(card).flatMap((question) => {
		const mine = given[question.id];
		const [theirs, wanted] = [fieldValue(answers[question.id]), fieldValue(mine)];
		return mine && theirs !== wanted
			? [{ name: fieldOf(question.id), label: `${question.id} ${question.text}`, theirs, mine: wanted }]
			: [];
	});
	return { by: last?.by ?? 'Somebody', at: last ? showTime(last.at) : '', version, fields };
}

const hundredths = (score: number | undefined) => (score === undefined ? null : Math.round(score * 100));

/** Completes a form and keeps its scores and what each answer is worth. Refused while a question waits for its answer: all are named. */
export function completeForm(tx: Transaction, person: Person, formId: string): Outcome<{ score: Score }> {
	const form = formOf(tx, formId);
	if (!form) return refused('unknown', 'There is no such form');
	if (form.completedAt !== null) return refused('complete', 'This form is complete already');
	const { card, answers, score } = form;
	if (!score.complete) return refused('incomplete', `Answer ${score.unanswered.join(', ')}`, fieldOf(score.unanswered[0] ?? ''));
	// a question nobody was asked, or that was left unanswered as text may be, has a row too: what was left out can be counted
	for (const question of questionsOf(card)) {
		const worth = leftOut(card, question, answers) ? null : worthOf(question, answers[question.id]);
		tx.insert(formAnswers)
			.values({ formId, question: question.id, worth, savedAt: now(), savedBy: person.id })
			.onConflictDoUpdate({ target: [formAnswers.formId, formAnswers.question], set: { worth } })
			.run();
	}
	tx.update(scoredForms)
		.set({
			completedAt: now(),
			quality: hundredths(score.quality?.score),
			qualityBefore: hundredths(score.quality?.beforeCritical),
			access: hundredths(score.access?.score),
			accessBefore: hundredths(score.access?.beforeCritical),
			failed: score.failed,
			version: form.version + 1
		})
		.where(eq(scoredForms.id, formId))
		.run();
	return done({ score });
}
