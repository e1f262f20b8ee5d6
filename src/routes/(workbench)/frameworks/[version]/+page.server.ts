import { can } from '#lib/domain/access/can.ts';
import { assessmentsOn, versionsOf } from '#lib/domain/frameworks/listing.server.ts';
import { movesTo } from '#lib/domain/frameworks/moves.server.ts';
import { movingChoices } from '#lib/domain/frameworks/moving-choices.server.ts';
import { frameworkSeen } from '#lib/domain/frameworks/seeing.server.ts';
import { tiedOfEach } from '#lib/domain/golden-thread/tied-view.server.ts';
import { criterionThing } from '#lib/domain/golden-thread/ties.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const version = frameworkSeen(db, person, event.params.version);
	const { id, framework, name, number, state, document, publishedAt } = version;
	const canManage = can(person, 'manage frameworks');
	const movable = canManage && state === 'published' ? movingChoices(db, version) : null;
	return {
		id,
		number,
		state,
		publishedAt,
		framework: document,
		canManage,
		assessments: assessmentsOn(db, id),
		// every criterion, since there is one list of them: some tens
		tied: tiedOfEach(
			db,
			person,
			'criterion',
			document.criteria.map((criterion) => criterionThing(framework, criterion.number)),
			event.locals.today
		),
		name: framework,
		others: versionsOf(db, person, framework).filter((other) => other.id !== id),
		movable: movable ? movable.assessments.length : 0,
		moves: canManage ? movesTo(db, id) : [],
		said: ['loaded', 'published', 'withdrawn', 'back', 'moved'].find((word) => event.url.searchParams.has(word)) ?? null,
		crumbs: [{ href: '/', label: 'Home' }, { href: '/frameworks', label: 'Frameworks' }, { label: `${name} ${number}` }]
	};
};
