import { threadCrumbs } from '#lib/domain/golden-thread/crumbs.ts';
import { strandToKeep } from '#lib/domain/golden-thread/finding.server.ts';
import { graphAskedIn, graphPage } from '#lib/domain/golden-thread/graph-page.server.ts';
import { mayKeep } from '#lib/domain/golden-thread/strand-thing.ts';
import { threadOf } from '#lib/domain/golden-thread/thread.server.ts';
import { allowed } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = allowed(event, 'see thread');
	const { db } = event.locals;
	const asked = graphAskedIn(event.url.searchParams);
	if (asked.line) strandToKeep(db, person, asked.line);
	const page = graphPage(db, asked);
	const focus = page.focus ? threadOf(db).byId.get(page.focus.id) : undefined;
	return {
		asked,
		...page,
		canKeep: !!focus && mayKeep(person, focus),
		crumbs: threadCrumbs('Picture')
	};
};
