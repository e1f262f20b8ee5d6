import { health } from '#lib/server/health.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals }) => {
	const state = health(locals.db);
	return Response.json(state, { status: state.ok ? 200 : 503, headers: { 'cache-control': 'no-store' } });
};
