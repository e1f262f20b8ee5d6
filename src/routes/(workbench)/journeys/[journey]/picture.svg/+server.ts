import { journeySeen } from '#lib/domain/journeys/finding.server.ts';
import { attachment } from '#lib/exchange/download.ts';
import { signedIn } from '#lib/server/guard.ts';
import { inWorker } from '#lib/work/in-worker.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const journey = journeySeen(db, person, event.params.journey);
	const bytes = await inWorker(db, 'draw a journey', { journey, format: 'svg' });
	return new Response(new Uint8Array(bytes), { headers: attachment(`${journey.name}.svg`, 'image/svg+xml') });
};
