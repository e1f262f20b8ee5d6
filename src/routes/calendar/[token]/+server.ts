import { createHash } from 'node:crypto';
import { calendarOf } from '#lib/domain/actions/feed-calendar.ts';
import { feedOf } from '#lib/domain/actions/feed.server.ts';
import { notFound } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

/** A person's own dates for their calendar program, which cannot sign in: whoever has the secret address may read it. */
export const GET: RequestHandler = ({ locals, params, request, url }) => {
	const feed = feedOf(locals.db, params.token) ?? notFound();
	const body = calendarOf(feed, url.origin);
	const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
	const headers = { etag, 'cache-control': 'private, no-cache' };
	if (request.headers.get('if-none-match')?.includes(etag)) return new Response(null, { status: 304, headers });
	return new Response(body, {
		headers: { ...headers, 'content-type': 'text/calendar; charset=utf-8', 'content-disposition': 'inline; filename="golden-thread.ics"' }
	});
};
