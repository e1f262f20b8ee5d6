import * as v from 'valibot';
import { assessmentsListed, cyclesListed, handedTo } from '#lib/domain/assessments/listing.server.ts';
import { statuses } from '#lib/domain/assessments/status.ts';
import { shownListing } from '#lib/domain/assessments/shown-listing.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

const statusAsked = v.fallback(v.optional(v.picklist(statuses)), undefined);

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const asked = event.url.searchParams;
	const filter = {
		status: v.parse(statusAsked, asked.get('status') ?? undefined),
		cycleId: asked.get('cycle') || undefined,
		after: asked.get('after') ?? undefined
	};
	const { rows, next } = assessmentsListed(db, person, filter);
	return {
		rows: rows.map((row) => shownListing(row, today)),
		next,
		handed: handedTo(db, person),
		cycles: cyclesListed(db),
		status: filter.status ?? '',
		cycle: filter.cycleId ?? '',
		paged: filter.after !== undefined,
		crumbs: [{ href: '/', label: 'Home' }, { label: 'Assessments' }]
	};
};
