import { mustEnterValues } from '#lib/domain/measures/whose-values.server.ts';
import { importInto } from '#lib/exchange/finding-imports.server.ts';
import { valuesInto } from '#lib/exchange/measure-values/mapping.server.ts';
import { problemsTable } from '#lib/exchange/showing-import.ts';
import { signedIn } from '#lib/server/guard.ts';
import { answerWithTable } from '#lib/work/answering-with-table.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	mustEnterValues(db, person);
	return answerWithTable(event, problemsTable(importInto(db, valuesInto(person), event.params.brought)), 'csv');
};
