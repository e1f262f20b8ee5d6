import { randomUUID } from 'node:crypto';
import { error, type Handle, type HandleServerError, type ServerInit } from '@sveltejs/kit';
import { personById } from '#lib/domain/access/finding.server.ts';
import { personIdOf } from '#lib/domain/access/sessions.server.ts';
import { isSetUp, announceSetUp } from '#lib/domain/access/setting-up.server.ts';
import { dayOf } from '#lib/domain/calendar/dates.ts';
import { keepFirstToolkit } from '#lib/domain/toolkit/loading.server.ts';
import { closeCouncilDatabase, councilDatabase } from '#lib/server/council-file.server.ts';
import { setHeaders } from '#lib/server/headers.ts';
import { keepFirstMeasures } from '#lib/domain/measures/loading.server.ts';
import { keepFirstCourses } from '#lib/domain/training/loading.server.ts';
import { startHousekeeping } from '#lib/work/housekeeping.server.ts';
import { log } from '#lib/server/log.ts';
import { isOurOwn } from '#lib/server/same-origin.ts';
import { dropSessionToken, sessionToken, setSessionToken } from '#lib/server/session-cookie.ts';
import { forgetTyping, keepTyping } from '#lib/server/signed-out-typing.ts';
import { storageRefusal } from '#lib/server/submitting.ts';
import { stopWorker } from '#lib/work/in-worker.server.ts';

export const init: ServerInit = () => {
	const db = councilDatabase();
	announceSetUp(db);
	const toolkit = keepFirstToolkit(db);
	if (!toolkit.ok) log.error(toolkit.text);
	const courses = keepFirstCourses(db);
	if (!courses.ok) log.error(courses.text);
	const measures = keepFirstMeasures(db);
	if (!measures.ok) log.error(measures.text);
	const stop = startHousekeeping(db);
	process.on('sveltekit:shutdown', () => {
		stop();
		void stopWorker().finally(closeCouncilDatabase);
	});
};

export const handle: Handle = async ({ event, resolve }) => {
	const { locals, request, url, cookies } = event;
	locals.db = councilDatabase();
	locals.today = dayOf(Date.now());
	locals.address = event.getClientAddress();
	locals.person = null;

	if (!isOurOwn(request, url.origin)) error(403, 'This came from another site');
	if (!isSetUp(locals.db) && !openBeforeSetUp(url.pathname)) return new Response(null, { status: 303, headers: { location: '/set-up' } });

	const token = sessionToken(cookies);
	const session = token ? await personIdOf(locals.db, token) : null;
	if (token && session) {
		locals.person = personById(locals.db, session.personId);
		if (session.extended) setSessionToken(cookies, token);
	} else if (token) dropSessionToken(cookies);

	const toSignIn = await keepTyping(event);
	if (toSignIn) return toSignIn;
	forgetTyping(event);

	const response = await resolve(event);
	setHeaders(response, locals.person !== null);
	return response;
};

const openBeforeSetUp = (path: string) => path === '/set-up' || path === '/health' || path === '/council.css';

/** An error nobody foresaw: the page says a number, the log says the rest under the same number. */
export const handleError: HandleServerError = ({ error: problem, event, status, message }) => {
	if (status === 404) return { message: 'Page not found' };
	const id = randomUUID().slice(0, 8);
	log.error(
		{ id, path: event.url.pathname, problem: problem instanceof Error ? { message: problem.message, stack: problem.stack } : problem },
		message
	);
	const storage = storageRefusal(problem);
	return { message: storage?.text ?? 'Something went wrong at our end', id };
};
