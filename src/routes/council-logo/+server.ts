import { councilOf } from '#lib/domain/organisation/finding.server.ts';
import { logoBytes } from '#lib/domain/organisation/storing-logo.server.ts';
import { notFound } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

/** The council's logo, for the header of every page, the sign-in page too. Drawn by this program, so it is a PNG and no more. */
export const GET: RequestHandler = ({ locals, request }) => {
	const file = councilOf(locals.db)?.logoFile;
	if (!file) notFound();
	const headers = { etag: `"${file}"`, 'cache-control': 'public, no-cache' };
	if (request.headers.get('if-none-match') === headers.etag) return new Response(null, { status: 304, headers });
	const bytes = logoBytes(locals.db, file);
	if (!bytes) notFound();
	return new Response(new Uint8Array(bytes), { headers: { ...headers, 'content-type': 'image/png', 'x-content-type-options': 'nosniff' } });
};
