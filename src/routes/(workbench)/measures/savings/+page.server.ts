import { can } from '#lib/domain/access/can.ts';
import { measuresCrumbs } from '#lib/domain/measures/crumbs.ts';
import { measuresInSight, seesService } from '#lib/domain/measures/finding.server.ts';
import { isPeriod } from '#lib/domain/measures/period.ts';
import { savingsPage } from '#lib/domain/measures/savings.server.ts';
import { entersValues, servicesSeen } from '#lib/domain/measures/whose-values.server.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const sight = measuresInSight(db, person);
	const query = event.url.searchParams;
	const service = query.get('service') ?? '';
	if (service && !seesService(sight, service)) notFound();
	const asked = query.get('baseline') ?? '';
	return {
		...savingsPage(db, { serviceId: service || null, releasedOnly: sight.releasedOnly }, isPeriod(asked) ? asked : null, today),
		service,
		services: servicesSeen(db, sight),
		parts: { enters: entersValues(person) },
		setsCosts: can(person, 'set journey costs'),
		crumbs: measuresCrumbs({ label: 'Channel shift and saving' })
	};
};
