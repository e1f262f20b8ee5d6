import { councilOf } from '#lib/domain/organisation/finding.server.ts';
import type { RequestHandler } from './$types';

/** The council's colours, which its administrator chose and which were checked for contrast when saved. */
export const GET: RequestHandler = ({ locals }) => {
	const council = councilOf(locals.db);
	const rules = council
		? `:root { --council-colour: ${council.colour}; --council-text: ${council.textColour}; --council-thread: ${council.threadColour}; --council-line: color-mix(in srgb, ${council.colour} 80%, ${council.textColour}); }`
		: '';
	return new Response(rules, { headers: { 'content-type': 'text/css', 'cache-control': 'public, max-age=86400' } });
};
