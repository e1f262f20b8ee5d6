import { personForAdministrator } from '#lib/domain/access/people-finding.server.ts';
import { attachment } from '#lib/exchange/download.ts';
import { allowed, notFound } from '#lib/server/guard.ts';
import { inWorker } from '#lib/work/in-worker.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	allowed(event, 'administer');
	const { db, today } = event.locals;
	const person = personForAdministrator(db, event.params.person);
	if (!person) notFound();
	const held = await inWorker(db, 'gather what is held about a person', { id: person.id });
	return new Response(held, { headers: attachment(`Held about ${person.name} ${today}.json`, 'application/json') });
};
