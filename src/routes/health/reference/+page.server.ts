import { config } from '#lib/server/config.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

const rows = Array.from({ length: 50 }, (_, n) => ({
	id: n + 1,
	name: `Row ${n + 1}`,
	what: 'A constant row of the reference page',
	amount: String(n * 7)
}));

/** The page that `npm run bench` measures all others against: the same frame, 50 rows that come from nowhere. */
export const load: PageServerLoad = (event) => {
	signedIn(event);
	if (!config.bench) notFound();
	return { rows };
};
