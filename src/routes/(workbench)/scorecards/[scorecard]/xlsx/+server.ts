import { cardSeen } from '#lib/domain/scorecards/seeing.server.ts';
import { questionsTable } from '#lib/domain/scorecards/questions-table.ts';
import { readable } from '#lib/domain/scorecards/readable.ts';
import { mustSeeScorecards } from '#lib/domain/scorecards/sight.ts';
import { signedIn } from '#lib/server/guard.ts';
import { answerWithTable } from '#lib/work/answering-with-table.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const person = signedIn(event);
	mustSeeScorecards(person);
	const { document } = cardSeen(event.locals.db, person, event.params.scorecard);
	return answerWithTable(event, questionsTable(readable(document)), 'xlsx');
};
