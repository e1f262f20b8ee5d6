import { redirect } from '@sveltejs/kit';
import { endSession } from '#lib/domain/access/sessions.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { dropKeptToken, dropSessionToken, sessionToken } from '#lib/server/session-cookie.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
	signedIn(event);
	const token = sessionToken(event.cookies);
	if (token) await endSession(event.locals.db, token);
	dropSessionToken(event.cookies);
	dropKeptToken(event.cookies);
	event.setHeaders({ 'clear-site-data': '"cache", "storage"' });
	redirect(303, '/sign-in');
};
