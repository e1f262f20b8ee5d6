import { mapToChange } from '#lib/domain/maps/map-seen.server.ts';
import { answerWithTable } from '#lib/work/answering-with-table.ts';
import { importInto } from '#lib/exchange/finding-imports.server.ts';
import { problemsTable } from '#lib/exchange/showing-import.ts';
import { notFound } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const { mapId } = mapToChange(event);
	return answerWithTable(event, problemsTable(importInto(event.locals.db, mapId ?? notFound(), event.params.import)), 'csv');
};
