import { crumbsBelow } from '#lib/domain/scorecards/crumbs.ts';
import { faultsIn } from '#lib/domain/scorecards/form-faults.ts';
import { fieldOf, givenIn } from '#lib/domain/scorecards/form-fields.ts';
import { readable } from '#lib/domain/scorecards/readable.ts';
import { cardSeen } from '#lib/domain/scorecards/seeing.server.ts';
import { mustSeeScorecards } from '#lib/domain/scorecards/sight.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	mustSeeScorecards(person);
	const found = cardSeen(event.locals.db, person, event.params.scorecard);
	const card = readable(found.document);
	const answers = givenIn(card, event.url.searchParams);
	return {
		id: found.id,
		name: found.name,
		number: found.number,
		card,
		answers,
		errors: faultsIn(card, answers).map(({ question, text }) => ({ field: fieldOf(question), text })),
		crumbs: crumbsBelow(found, 'Try it')
	};
};
