import type { RequestEvent } from '@sveltejs/kit';
import { forgetForm, keepForm } from '#lib/domain/access/keeping-forms.server.ts';
import { fieldsOf } from './upload-form.ts';
import { dropKeptToken, keptToken, keptTokenHeader } from './session-cookie.ts';

const isOfType = (request: Request, type: string) => request.headers.get('content-type')?.startsWith(type) ?? false;
const longest = 512 * 1024;
/** A form that carries a file: its fields are kept, the file has to be chosen again. */
const longestWithFile = 32 * 1024 * 1024;

/** The page a form was on: where the browser says it came from, if that is ours, else where it was going. */
function pageOf({ request, url }: RequestEvent): string {
	const from = request.headers.get('referer');
	const page = from && URL.canParse(from) ? new URL(from) : null;
	return page && page.origin === url.origin ? page.pathname : url.pathname;
}

/**
 * A form came from somebody whose session is over. Keeps what they typed and sends them to sign in, from where they
 * come back to it. Null when there is nothing to keep: the guard then answers as always. What is typed on a page for
 * everybody is never kept: it needs no session, and may be a password.
 */
export async function keepTyping(event: RequestEvent): Promise<Response | null> {
	const { request, locals, cookies } = event;
	if (request.method !== 'POST' || locals.person || event.route.id?.startsWith('/(public)')) return null;
	const hasFile = isOfType(request, 'multipart/form-data');
	if (!hasFile && !isOfType(request, 'application/x-www-form-urlencoded')) return null;
	if (Number(request.headers.get('content-length') ?? 0) > (hasFile ? longestWithFile : longest)) return null;
	const form = hasFile ? await fieldsOf(event) : await request.clone().formData();
	const as = form.get('as');
	if (typeof as !== 'string' || !as) return null;
	const fields = Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
	const page = pageOf(event);
	const token = keepForm(locals.db, as, page, fields, Date.now());
	const cookie: Record<string, string> = token ? { 'set-cookie': keptTokenHeader(cookies, token) } : {};
	const location = `/sign-in?then=${encodeURIComponent(page)}${token ? '&kept=yes' : ''}`;
	// a form sent by script expects Kit's answer to an action
	if (request.headers.get('accept') === 'application/json')
		return Response.json({ type: 'redirect', status: 303, location }, { headers: cookie });
	return new Response(null, { status: 303, headers: { location, ...cookie } });
}

/** What was given back has now been sent again by somebody signed in: it is no longer kept. */
export function forgetTyping({ request, locals, cookies }: RequestEvent): void {
	const token = keptToken(cookies);
	if (request.method !== 'POST' || !locals.person || !token) return;
	forgetForm(locals.db, token);
	dropKeptToken(cookies);
}
