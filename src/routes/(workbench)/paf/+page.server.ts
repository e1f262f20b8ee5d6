import { redirect } from '@sveltejs/kit';
import { mustHave } from '#lib/domain/paf/running.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

/** Everybody begins with the part that is most theirs. */
export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const parts = mustHave(person, 'scores', 'runs', 'leads', 'isAdvisor', 'sums');
	redirect(
		303,
		parts.isAdvisor
			? '/paf/mine'
			: parts.scores
				? '/paf/scores'
				: parts.runs
					? '/paf/months'
					: parts.leads
						? '/paf/results'
						: '/paf/summary'
	);
};
