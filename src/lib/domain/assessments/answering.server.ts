import { and, eq, sql } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { people } from '#lib/domain/access/tables.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import type { Framework } from '#lib/domain/frameworks/document.ts';
import { frameworkOf } from '#lib/domain/frameworks/finding.server.ts';
import { dayOf, showMoment, showTime } from '#lib/domain/calendar/dates.ts';
import { conflictOf, done, refused, stale, type Conflict, type Outcome, type Refused } from '#lib/domain/outcome.ts';
import { keptPerDatabase, write, type Database } from '#lib/server/database.ts';
import { keepResultsOf } from '#lib/domain/results/keeping-results.server.ts';
import type { Readable } from './reading.server.ts';
import { choicesOf, notApplicable, sayRating } from '#lib/domain/results/rating.ts';
import { isOpen, type Status } from './status.ts';
import { answers, assessments } from './tables.ts';
import { cycles } from '#lib/domain/cycles/tables.ts';
import { now } from '#lib/server/clock.ts';

/**
 * What was typed for one criterion. `version` is the one the person was looking at. `asYouGo` is true where the page
 * saved by itself: then a comment alone does not confirm an answer that was carried over.
 */
export type Typed = { criterion: string; rating: string | null; comment: string; version: number; asYouGo?: boolean };

const mine = and(eq(answers.assessmentId, sql.placeholder('id')), eq(answers.criterion, sql.placeholder('criterion')));

const prepared = keptPerDatabase((db) => ({
	standing: db
		.select({
			rating: answers.rating,
			comment: answers.comment,
			toConfirm: answers.toConfirm,
			version: answers.version,
			answeredBy: people.name,
			answeredAt: answers.answeredAt,
			status: assessments.status,
			closedAt: cycles.closedAt
		})
		.from(answers)
		.innerJoin(assessments, eq(assessments.id, answers.assessmentId))
		.innerJoin(cycles, eq(cycles.id, assessments.cycleId))
		.leftJoin(people, eq(people.id, answers.answeredBy))
		.where(mine)
		.prepare(),
	save: db
		.update(answers)
		.set({
			rating: sql`${sql.placeholder('rating')}`,
			comment: sql`${sql.placeholder('comment')}`,
			toConfirm: sql`${sql.placeholder('toConfirm')}`,
			answeredBy: sql`${sql.placeholder('personId')}`,
			answeredAt: sql`${sql.placeholder('at')}`,
			version: sql`${answers.version} + 1`
		})
		.where(mine)
		.prepare()
}));

/** What stands now for a criterion, with the status of its assessment; undefined where there is no such answer. */
export const standingAnswer = (tx: Database, id: string, criterion: string) => prepared(tx).standing.get({ id, criterion });
type Standing = NonNullable<ReturnType<typeof standingAnswer>>;

/** The refusal for a save once the answers are frozen or their cycle is closed; null while they can change. DOMAIN section 2.3. */
export function refusedWhenFrozen({ status, closedAt }: { status: Status; closedAt: number | null }): Refused | null {
	if (!isOpen(status)) return refused('frozen', 'The answers cannot be changed: this assessment has been submitted.');
	return closedAt === null ? null : cycleIsClosed;
}

/** Why nothing moves in a cycle that is closed. */
export const cycleIsClosed = refused('cycle-closed', 'Nothing can be changed: this cycle is closed. The programme lead can open it again.');

/**
 * Saves one answer. Refused where the assessment is no longer open, where the rating is not one of the framework's (or
 * 'inherited' for the corporate service itself), and as stale, with what stands now, where somebody saved since. Saving
 * what already stands changes nothing. `savedAt` is a moment. DOMAIN sections 2.1, 2.3 and 8.
 */
export function answer(
	db: Database,
	person: Person,
	assessment: Readable,
	typed: Typed,
	today: string
): Outcome<{ version: number; savedAt: number }> {
	const framework = frameworkOf(db, assessment.frameworkVersionId);
	const choices = choicesOf(framework, assessment.service.kind);
	if (typed.rating !== null && !choices.includes(typed.rating)) return refused('unknown-rating', 'Choose one of the answers', 'rating');
	return write(db, (tx) => {
		const standing = standingAnswer(tx, assessment.id, typed.criterion);
		if (!standing) return refused('unknown-criterion', 'This criterion is not in the assessment');
		const frozen = refusedWhenFrozen(standing);
		if (frozen) return frozen;
		if (standing.version !== typed.version) return stale(bothTexts(framework, standing, typed, today));
		const next = {
			rating: typed.rating,
			comment: typed.comment,
			toConfirm: standing.toConfirm && !!typed.asYouGo && typed.rating === standing.rating
		};
		const change = changesOf<typeof next>(standing, next);
		const savedAt = now();
		if (!Object.keys(change).length) return done({ version: standing.version, savedAt });
		prepared(tx).save.run({
			id: assessment.id,
			criterion: typed.criterion,
			...next,
			toConfirm: Number(next.toConfirm),
			personId: person.id,
			at: savedAt
		});
		record(tx, person, `answered criterion ${typed.criterion}`, { kind: 'assessment', id: assessment.id }, change);
		if (changesFigures(standing, next)) keepResultsOf(tx, { ...assessment, status: standing.status }, today);
		return done({ version: standing.version + 1, savedAt });
	});
}

/** A comment changes no figure, but for the reason of 'not applicable', without which it counts as unanswered. */
function changesFigures(now: Standing, next: Pick<Standing, 'rating' | 'comment' | 'toConfirm'>): boolean {
	if (now.rating !== next.rating || now.toConfirm !== next.toConfirm) return true;
	return next.rating === notApplicable && (now.comment.trim() === '') !== (next.comment.trim() === '');
}

/** What stands now beside what was typed, the ratings in words. */
function bothTexts(framework: Framework, now: Standing, typed: Typed, today: string): Conflict {
	const inWords = ({ rating, comment }: Pick<Standing, 'rating' | 'comment'>) => ({ rating: sayRating(framework, rating), comment });
	const saved = { by: now.answeredBy ?? 'Somebody', at: sinceWhen(now.answeredAt, today) };
	return conflictOf({ ...inWords(now), version: now.version }, inWords(typed), { rating: 'Answer', comment: 'Comment' }, saved);
}

const sinceWhen = (moment: number | null, today: string) =>
	moment === null ? 'another time' : dayOf(moment) === today ? showTime(moment) : showMoment(moment);
