import { mustHave } from '#lib/domain/paf/running.server.ts';
import { ownList } from '#lib/exchange/interactions/own-import.server.ts';
import { problemsTable } from '#lib/exchange/showing-import.ts';
import { signedIn } from '#lib/server/guard.ts';
import { answerWithTable } from '#lib/work/answering-with-table.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const person = signedIn(event);
	mustHave(person, 'runs');
	return answerWithTable(event, problemsTable(ownList(event.locals.db, person, event.params.list)), 'csv');
};
