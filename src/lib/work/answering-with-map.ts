import type { RequestEvent } from '@sveltejs/kit';
import type { JourneyMap } from '#lib/domain/maps/map.ts';
import { attachment, isExportFormat } from '#lib/exchange/download.ts';
import { mapColumns } from '#lib/exchange/maps/map-columns.ts';
import { mapJson } from '#lib/exchange/maps/map-json.ts';
import { mapTable } from '#lib/exchange/maps/map-table.ts';
import { mermaidOf } from '#lib/exchange/maps/mermaid.ts';
import { notesTable } from '#lib/exchange/template.ts';
import { answerWithTable } from './answering-with-table.ts';

type Of = { name: string; words: string };

/** A map as a download in one of its formats; null for a format there is none of. A workbook explains its columns on a second sheet. */
export function answerWithMap(
	event: Pick<RequestEvent, 'locals'>,
	map: JourneyMap,
	journey: Of,
	format: string
): Promise<Response> | Response | null {
	const name = (ending: string) => `${journey.name} ${map.kind} map ${event.locals.today}.${ending}`;
	if (isExportFormat(format)) {
		const notes = notesTable(
			'How to fill it in',
			mapColumns.map(({ label, about }) => ({ what: label, about }))
		);
		return answerWithTable(event, [mapTable(map, journey.name), notes], format);
	}
	if (format === 'json')
		return new Response(mapJson(map, journey), { headers: attachment(name('json'), 'application/json; charset=utf-8') });
	if (format === 'mmd')
		return new Response(mermaidOf(map, journey.words), { headers: attachment(name('mmd'), 'text/plain; charset=utf-8') });
	return null;
}
