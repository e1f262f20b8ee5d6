import { mapSeen } from '#lib/domain/maps/map-seen.server.ts';
import { evidenceOfSteps } from '#lib/domain/maps/step-evidence.server.ts';
import { changesSince } from '#lib/domain/maps/watching.server.ts';
import { notFound } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

/** What was changed in the map after `since`, for a page that looks on while others work. */
export const GET: RequestHandler = (event) => {
	const { person, mapId } = mapSeen(event);
	if (!mapId) notFound();
	const since = event.url.searchParams.get('since') ?? '0';
	const number = /^\d{1,15}$/.test(since) ? Number(since) : 0;
	const { db } = event.locals;
	const changed = changesSince(db, mapId, number);
	const evidence = evidenceOfSteps(
		db,
		person,
		changed.steps.map(({ id }) => id)
	);
	return Response.json({ ...changed, evidence }, { headers: { 'cache-control': 'no-store' } });
};
