import { servicesWhere } from '#lib/domain/access/can.ts';
import { moderationQueue } from '#lib/domain/moderation/moderation-queue.server.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	if (!servicesWhere(person, 'moderate').length) notFound();
	const { db, today } = event.locals;
	const query = event.url.searchParams;
	const waiting = query.get('after') ?? undefined;
	const begun = query.get('begun') ?? undefined;
	return {
		me: person.id,
		today,
		begun: moderationQueue(db, person, 'in moderation', begun),
		waiting: moderationQueue(db, person, 'submitted', waiting),
		from: { waiting, begun },
		crumbs: [{ href: '/', label: 'Home' }, { label: 'Moderation' }]
	};
};
