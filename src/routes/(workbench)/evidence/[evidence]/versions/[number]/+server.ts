import { downloadOf } from '#lib/domain/evidence/versions.server.ts';
import { attachment } from '#lib/exchange/download.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const person = signedIn(event);
	const file = downloadOf(event.locals.db, person, event.params.evidence, Number(event.params.number));
	if (!file) notFound();
	return new Response(file.stream, {
		headers: { ...attachment(file.name, file.type), 'content-length': String(file.size), 'content-security-policy': 'sandbox' }
	});
};
