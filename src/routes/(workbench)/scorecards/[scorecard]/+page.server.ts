import { can } from '#lib/domain/access/can.ts';
import { questionsOf } from '#lib/domain/scorecards/asked.ts';
import { otherVersions } from '#lib/domain/scorecards/listing.server.ts';
import { readable } from '#lib/domain/scorecards/readable.ts';
import { cardSeen } from '#lib/domain/scorecards/seeing.server.ts';
import { standardTexts } from '#lib/domain/standards/listing.server.ts';
import { mustSeeScorecards } from '#lib/domain/scorecards/sight.ts';
import { tiedOfEach } from '#lib/domain/golden-thread/tied-view.server.ts';
import { questionThing } from '#lib/domain/golden-thread/ties.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	mustSeeScorecards(person);
	const { db } = event.locals;
	const found = cardSeen(db, person, event.params.scorecard);
	const card = readable(found.document);
	const { id, name, number, state, publishedAt } = found;
	return {
		id,
		number,
		state,
		publishedAt,
		card,
		scorecard: found.scorecard,
		tied: tiedOfEach(
			db,
			person,
			'question',
			questionsOf(card).map((question) => questionThing(found.scorecard, question.id ?? '')),
			event.locals.today
		),
		standards: standardTexts(db),
		canManage: can(person, 'manage scorecards'),
		others: otherVersions(db, person, found),
		said: ['loaded', 'published', 'withdrawn', 'back'].find((word) => event.url.searchParams.has(word)) ?? null,
		crumbs: [{ href: '/', label: 'Home' }, { href: '/scorecards', label: 'Scorecards' }, { label: `${name} ${number}` }]
	};
};
