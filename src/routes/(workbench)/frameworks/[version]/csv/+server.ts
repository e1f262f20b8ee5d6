import { frameworkTable } from '#lib/domain/frameworks/export-table.ts';
import { frameworkSeen } from '#lib/domain/frameworks/seeing.server.ts';
import { answerWithTable } from '#lib/work/answering-with-table.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const person = signedIn(event);
	const { document } = frameworkSeen(event.locals.db, person, event.params.version);
	return answerWithTable(event, frameworkTable(document), 'csv');
};
