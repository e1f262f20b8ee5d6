import { answersTable } from '#lib/domain/surveys/comments.server.ts';
import { surveySeen } from '#lib/domain/surveys/finding.server.ts';
import { isExportFormat } from '#lib/exchange/download.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import { answerWithTable } from '#lib/work/answering-with-table.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const survey = surveySeen(db, person, event.params.survey);
	const format = event.url.searchParams.get('format');
	if (!isExportFormat(format)) notFound();
	return answerWithTable(event, answersTable(db, survey), format);
};
