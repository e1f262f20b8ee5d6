import { fileOfVisit } from '#lib/domain/mystery-shopping/attaching-evidence.server.ts';
import { visitOfShopperOrChecker } from '#lib/domain/mystery-shopping/finding.server.ts';
import { attachment } from '#lib/exchange/download.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const { visit } = visitOfShopperOrChecker(db, person, event.params.visit);
	const file = fileOfVisit(db, visit.id, event.params.piece);
	if (!file) notFound();
	return new Response(file.stream, {
		headers: { ...attachment(file.name, file.type), 'content-length': String(file.size), 'content-security-policy': 'sandbox' }
	});
};
