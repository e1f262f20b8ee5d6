import { showDay, dayOf } from '#lib/domain/calendar/dates.ts';
import { pafCrumbs } from '#lib/domain/paf/crumbs.ts';
import { appealsToDecide } from '#lib/domain/paf/listing.server.ts';
import { mustHave } from '#lib/domain/paf/running.server.ts';
import { nameOf } from '#lib/domain/paf/showing.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const parts = mustHave(person, 'scores', 'leads');
	const rows = appealsToDecide(event.locals.db, person).map(({ appealedAt, channel, at, ...row }) => ({
		...row,
		name: nameOf(channel, at),
		appealed: showDay(dayOf(appealedAt))
	}));
	return { parts, rows, crumbs: pafCrumbs({ label: 'Appeals' }) };
};
