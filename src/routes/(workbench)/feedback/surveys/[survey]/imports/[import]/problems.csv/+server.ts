import { surveyToRun } from '#lib/domain/surveys/survey-page.server.ts';
import { importInto } from '#lib/exchange/finding-imports.server.ts';
import { problemsTable } from '#lib/exchange/showing-import.ts';
import { signedIn } from '#lib/server/guard.ts';
import { answerWithTable } from '#lib/work/answering-with-table.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const person = signedIn(event);
	const survey = surveyToRun(event.locals.db, person, event.params.survey);
	return answerWithTable(event, problemsTable(importInto(event.locals.db, survey.id, event.params.import)), 'csv');
};
