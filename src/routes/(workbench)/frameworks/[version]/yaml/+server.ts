import { frameworkSeen } from '#lib/domain/frameworks/seeing.server.ts';
import { asYaml } from '#lib/domain/frameworks/writing.ts';
import { attachment } from '#lib/exchange/download.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const person = signedIn(event);
	const { framework, number, document } = frameworkSeen(event.locals.db, person, event.params.version);
	return new Response(asYaml(document), { headers: attachment(`${framework} ${number}.yaml`, 'application/yaml; charset=utf-8') });
};
