import { drawingOf } from '#lib/domain/golden-thread/graph-drawing.ts';
import { graphAskedIn, graphPage } from '#lib/domain/golden-thread/graph-page.server.ts';
import { svgText } from '#lib/domain/maps/picture/svg-text.ts';
import { attachment } from '#lib/exchange/download.ts';
import { allowed } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	allowed(event, 'see thread');
	const { graph, focus } = graphPage(event.locals.db, graphAskedIn(event.url.searchParams));
	const title = focus ? `Golden thread around ${focus.title}` : 'Golden thread';
	return new Response(svgText(drawingOf(graph, title)), { headers: attachment(`${title}.svg`, 'image/svg+xml') });
};
