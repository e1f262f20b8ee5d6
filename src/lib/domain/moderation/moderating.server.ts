import { and, eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { people } from '#lib/domain/access/tables.ts';
import { showTime } from '#lib/domain/calendar/dates.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { frameworkOf } from '#lib/domain/frameworks/finding.server.ts';
import { conflictOf, done, refused, stale, type Conflict, type Outcome } from '#lib/domain/outcome.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import { now } from '#lib/server/clock.ts';
import { saidIn } from '#lib/domain/results/answer.ts';
import { keepResultsOf } from '#lib/domain/results/keeping-results.server.ts';
import { differs, type Choice } from './moderated-answer.ts';
import { move, readyFor, type AssessmentRow } from './moving.server.ts';
import { answersOf } from '#lib/domain/assessments/reading.server.ts';
import { rankOf } from '#lib/domain/results/scale.ts';
import { moderations } from './tables.ts';

/** A moderator's word on one criterion. `version` is that of the moderation seen, 0 for none yet. */
export type Moderating = Choice & { id: string; criterion: string; comment: string; version: number };

/**
 * Keeps what the moderator says of one answer (DOMAIN section 2.3). A comment is needed wherever it differs from the
 * service's; "not applicable" is accepted or not. The first word takes the assessment into moderation.
 */
export function moderate(db: Database, person: Person, { id, criterion, comment, version, ...choice }: Moderating, today: string): Outcome {
	return write(db, (tx) => {
		const ready = readyFor(tx, person, 'moderate', { id });
		if (!ready.ok) return ready;
		const { assessment } = ready;
		const framework = frameworkOf(tx, assessment.frameworkVersionId);
		const answer = answersOf(tx, assessment).find((answer) => answer.criterion === criterion);
		if (!answer) return refused('unknown', 'There is no such criterion in this assessment.');
		const asksAboutApplying = saidIn(framework, answer) === 'not applicable';
		if (asksAboutApplying && choice.notApplicableAccepted === null)
			return refused('undecided', 'Choose whether you accept “not applicable”', 'choice');
		if (!asksAboutApplying && rankOf(framework, choice.rating) < 0)
			return refused('undecided', 'Choose how far this is achieved', 'choice');
		if (differs(framework, answer, choice) && comment.trim() === '')
			return refused('no-comment', 'Say why you differ from the service', 'comment');
		const kept = asksAboutApplying
			? { rating: null, notApplicableAccepted: choice.notApplicableAccepted }
			: { rating: choice.rating, notApplicableAccepted: null };
		const outcome = keep(tx, person, id, criterion, { ...kept, comment: comment.trim() }, version);
		if (outcome.ok) keepResultsOf(tx, take(tx, person, assessment), today);
		return outcome;
	});
}

/** The first word of a moderator takes a submitted assessment into moderation. */
export const take = (tx: Transaction, person: Person, assessment: AssessmentRow) =>
	assessment.status === 'submitted'
		? move(tx, person, 'moderate', assessment, { moderatorId: person.id }, 'began to moderate the assessment')
		: assessment;

function keep(
	tx: Transaction,
	person: Person,
	assessmentId: string,
	criterion: string,
	said: Choice & { comment: string },
	version: number
): Outcome {
	const here = and(eq(moderations.assessmentId, assessmentId), eq(moderations.criterion, criterion));
	const before = tx.select().from(moderations).where(here).get();
	if ((before?.version ?? 0) !== version) return stale(bothTexts(tx, before, said));
	const by = { moderatedBy: person.id, moderatedAt: now() };
	tx.insert(moderations)
		.values({ assessmentId, criterion, ...said, ...by })
		.onConflictDoUpdate({ target: [moderations.assessmentId, moderations.criterion], set: { ...said, ...by, version: version + 1 } })
		.run();
	const change = changesOf<typeof said>(before ?? {}, said);
	record(tx, person, `moderated criterion ${criterion}`, { kind: 'assessment', id: assessmentId }, change);
	return done();
}

/** What another moderator kept meanwhile, beside what was typed. */
function bothTexts(tx: Transaction, now: typeof moderations.$inferSelect | undefined, said: Choice & { comment: string }): Conflict {
	const { name } = tx
		.select({ name: people.name })
		.from(people)
		.where(eq(people.id, now?.moderatedBy ?? ''))
		.get() ?? { name: 'Somebody' };
	const inWords = ({ rating, notApplicableAccepted, comment }: typeof said) => ({
		choice:
			rating ?? (notApplicableAccepted === null ? '' : notApplicableAccepted ? 'Not applicable accepted' : 'Not applicable not accepted'),
		comment
	});
	const stands = inWords(now ?? { rating: null, notApplicableAccepted: null, comment: '' });
	const saved = { by: name, at: now ? showTime(now.moderatedAt) : 'another time' };
	return conflictOf({ ...stands, version: now?.version ?? 0 }, inWords(said), { choice: 'Answer', comment: 'Comment' }, saved);
}
