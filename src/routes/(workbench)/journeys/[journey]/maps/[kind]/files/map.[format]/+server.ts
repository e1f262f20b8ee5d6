import { mapSeen } from '#lib/domain/maps/map-seen.server.ts';
import { mapOf } from '#lib/domain/maps/reading.server.ts';
import { answerWithMap } from '#lib/work/answering-with-map.ts';
import { notFound } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const { journey, kind } = mapSeen(event);
	const map = mapOf(event.locals.db, journey.id, kind) ?? notFound();
	return answerWithMap(event, map, journey, event.params.format) ?? notFound();
};
