import type { GivenAnswers, Scorecard } from '../scorecards/card.ts';
import { scoreOf } from '../scorecards/scoring.ts';

/** The questions that are asked and not answered, by their numbers. */
export const unansweredIn = (card: Scorecard, answers: GivenAnswers): string[] => scoreOf(card, answers).unanswered;
