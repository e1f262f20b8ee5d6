import type { Question } from '#lib/domain/scorecards/card.ts';
import type { Database } from '#lib/server/database.ts';
import { notFound } from '#lib/server/guard.ts';
import { cardOf } from './answers.server.ts';
import type { Calibration } from './finding.server.ts';
import { scoredQuestions } from './session-ratings.ts';

/** A scored question of a session by its id, with those before and after it; 404 where the scorecard has none such. */
export function questionOf(
	db: Database,
	calibration: Calibration,
	id: string
): { question: Question; previous: string | null; next: string | null } {
	const questions = scoredQuestions(cardOf(db, calibration));
	const at = questions.findIndex((question) => question.id === id);
	const question = questions[at];
	if (!question) notFound();
	return { question, previous: questions[at - 1]?.id ?? null, next: questions[at + 1]?.id ?? null };
}
