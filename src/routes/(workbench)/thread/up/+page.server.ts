import { threadCrumbs } from '#lib/domain/golden-thread/crumbs.ts';
import { tiesSome } from '#lib/domain/golden-thread/sight.ts';
import { tiesAddress } from '#lib/domain/golden-thread/tied-view.server.ts';
import { thingSeen } from '#lib/domain/golden-thread/things/seeing.server.ts';
import { upPage } from '#lib/domain/golden-thread/up-page.server.ts';
import { allowed } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = allowed(event, 'see thread');
	const { db, today } = event.locals;
	const query = event.url.searchParams;
	const thing = thingSeen(db, person, query.get('kind'), query.get('thing'), today);
	return {
		thing,
		...upPage(db, person, thing, today),
		ties: tiesSome(person) ? tiesAddress(thing.kind, thing.thing) : null,
		crumbs: threadCrumbs('Up to the vision')
	};
};
