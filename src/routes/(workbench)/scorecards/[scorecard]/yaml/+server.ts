import { cardSeen } from '#lib/domain/scorecards/seeing.server.ts';
import { asYaml } from '#lib/domain/scorecards/writing.ts';
import { attachment } from '#lib/exchange/download.ts';
import { mustSeeScorecards } from '#lib/domain/scorecards/sight.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const person = signedIn(event);
	mustSeeScorecards(person);
	const { scorecard, number, document } = cardSeen(event.locals.db, person, event.params.scorecard);
	return new Response(asYaml(document), { headers: attachment(`${scorecard} ${number}.yaml`, 'application/yaml; charset=utf-8') });
};
