import { cardOf, completeForms } from '#lib/domain/calibration/answers.server.ts';
import { calibrationRevealed, runs } from '#lib/domain/calibration/finding.server.ts';
import { sessionRatingsTable } from '#lib/domain/calibration/session-export.ts';
import { isExportFormat } from '#lib/exchange/download.ts';
import { answerWithTable } from '#lib/work/answering-with-table.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const calibration = calibrationRevealed(db, person, event.params.calibration);
	const format = event.url.searchParams.get('format');
	if (!isExportFormat(format)) notFound();
	const forms = completeForms(db, calibration.id);
	return answerWithTable(event, sessionRatingsTable(cardOf(db, calibration), forms, calibration, runs(person, calibration)), format);
};
