import type { Person } from '#lib/domain/access/person.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { frameworkOf } from '#lib/domain/frameworks/finding.server.ts';
import { done, type Outcome } from '#lib/domain/outcome.ts';
import { write, type Database } from '#lib/server/database.ts';
import { now } from '#lib/server/clock.ts';
import { keepResultsOf } from '#lib/domain/results/keeping-results.server.ts';
import { agreeingWith, undecidedIn } from './moderated-answer.ts';
import { take } from './moderating.server.ts';
import { readyFor } from './moving.server.ts';
import { answersOf } from '#lib/domain/assessments/reading.server.ts';
import { moderations } from './tables.ts';

/**
 * Agrees in one go with every answer not decided yet; gives how many. What the service has no countable answer for
 * (an inherited one whose corporate answer went) stays undecided.
 */
export function agreeTheRest(
	db: Database,
	person: Person,
	asked: { id: string; version: number },
	today: string
): Outcome<{ count: number }> {
	return write(db, (tx) => {
		const ready = readyFor(tx, person, 'moderate', asked);
		if (!ready.ok) return ready;
		const { assessment } = ready;
		const framework = frameworkOf(tx, assessment.frameworkVersionId);
		const rest = undecidedIn(framework, answersOf(tx, assessment)).flatMap((answer) => {
			const choice = agreeingWith(framework, answer);
			return choice ? [{ criterion: answer.criterion, comment: answer.moderation?.comment ?? '', ...choice }] : [];
		});
		const moved = take(tx, person, assessment);
		const by = { assessmentId: asked.id, moderatedBy: person.id, moderatedAt: now() };
		for (const said of rest)
			tx.insert(moderations)
				.values({ ...said, ...by })
				.onConflictDoUpdate({ target: [moderations.assessmentId, moderations.criterion], set: { ...said, ...by } })
				.run();
		const criteria = rest.map(({ criterion }) => criterion);
		if (criteria.length)
			record(
				tx,
				person,
				'agreed with the service on the rest',
				{ kind: 'assessment', id: asked.id },
				{ agreed: { from: null, to: criteria } }
			);
		keepResultsOf(tx, moved, today);
		return done({ count: criteria.length });
	});
}
