import { journeyToReview } from '#lib/domain/journeys/finding.server.ts';
import { answerWithTable } from '#lib/work/answering-with-table.ts';
import { importInto } from '#lib/exchange/finding-imports.server.ts';
import { problemsTable } from '#lib/exchange/showing-import.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const person = signedIn(event);
	const journey = journeyToReview(event.locals.db, person, event.params.journey);
	return answerWithTable(event, problemsTable(importInto(event.locals.db, journey.id, event.params.import)), 'csv');
};
