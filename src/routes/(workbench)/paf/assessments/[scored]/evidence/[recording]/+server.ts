import { fileBeside } from '#lib/domain/paf/evidence-beside.server.ts';
import { assessmentSeen } from '#lib/domain/paf/finding.server.ts';
import { attachment } from '#lib/exchange/download.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const { assessment } = assessmentSeen(db, person, event.params.scored);
	const file = fileBeside(db, assessment.id, event.params.recording);
	if (!file) notFound();
	return new Response(file.stream, {
		headers: { ...attachment(file.name, file.type), 'content-length': String(file.size), 'content-security-policy': 'sandbox' }
	});
};
