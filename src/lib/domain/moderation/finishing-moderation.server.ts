import type { Person } from '#lib/domain/access/person.ts';
import { frameworkOf } from '#lib/domain/frameworks/finding.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { write, type Database } from '#lib/server/database.ts';
import { now } from '#lib/server/clock.ts';
import { keepResultsOf } from '#lib/domain/results/keeping-results.server.ts';
import { undecidedIn } from './moderated-answer.ts';
import { move, readyFor } from './moving.server.ts';
import { answersOf } from '#lib/domain/assessments/reading.server.ts';
import { counted, listed } from '#lib/domain/results/wording.ts';

/** Ends the moderation once every criterion is decided; the assessment then waits to be agreed (DOMAIN section 2.3). */
export function finishModeration(db: Database, person: Person, asked: { id: string; version: number }, today: string): Outcome {
	return write(db, (tx) => {
		const ready = readyFor(tx, person, 'finish moderation', asked);
		if (!ready.ok) return ready;
		const { assessment } = ready;
		const left = undecidedIn(frameworkOf(tx, assessment.frameworkVersionId), answersOf(tx, assessment));
		if (left.length)
			return refused(
				'not-moderated',
				`Moderate every criterion first. ${counted(left.length, 'is', 'are')} left: ${listed(left.map(({ criterion }) => criterion))}.`
			);
		const set = { moderatorId: person.id, moderatedAt: now() };
		keepResultsOf(tx, move(tx, person, 'finish moderation', assessment, set, 'finished moderating the assessment'), today);
		return done();
	});
}
