import { belowAskedIn } from '#lib/domain/golden-thread/below-kinds.ts';
import { belowPage } from '#lib/domain/golden-thread/below-page.server.ts';
import { strandCrumbs } from '#lib/domain/golden-thread/crumbs.ts';
import { strandSeen } from '#lib/domain/golden-thread/finding.server.ts';
import { allowed } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = allowed(event, 'see thread');
	const { db, today } = event.locals;
	const asked = belowAskedIn(event.url.searchParams);
	const strand = strandSeen(db, person, event.params.strand);
	return {
		number: strand.number,
		title: strand.title,
		asked,
		...belowPage(db, person, strand, asked, today),
		crumbs: strandCrumbs(strand.number, 'What serves it')
	};
};
