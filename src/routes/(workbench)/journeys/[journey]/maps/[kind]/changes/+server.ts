import { mapSeen } from '#lib/domain/maps/map-seen.server.ts';
import { changesSince } from '#lib/domain/maps/watching.server.ts';
import { notFound } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

/** What was changed in the map after `since`, for a page that looks on while others work. */
export const GET: RequestHandler = (event) => {
	const { mapId } = mapSeen(event);
	if (!mapId) notFound();
	const since = event.url.searchParams.get('since') ?? '0';
	const number = /^\d{1,15}$/.test(since) ? Number(since) : 0;
	return Response.json(changesSince(event.locals.db, mapId, number), { headers: { 'cache-control': 'no-store' } });
};
