import { surveyToRun } from '#lib/domain/surveys/survey-page.server.ts';
import { isExportFormat } from '#lib/exchange/download.ts';
import { surveyAnswersImport } from '#lib/exchange/kinds/survey-answers.server.ts';
import { templateOf } from '#lib/exchange/template.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import { answerWithTable } from '#lib/work/answering-with-table.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const person = signedIn(event);
	surveyToRun(event.locals.db, person, event.params.survey);
	const { format } = event.params;
	if (!isExportFormat(format)) notFound();
	return answerWithTable(event, templateOf(surveyAnswersImport), format);
};
