import { planOf } from '#lib/domain/actions/plan.ts';
import { actionsToPlan, plansSeen } from '#lib/domain/actions/planning.server.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import { keepable } from '#lib/reports/kept/subject.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const seen = plansSeen(db, person);
	const wanted = event.url.searchParams.get('service');
	const service = wanted ? (seen.services.find(({ id }) => id === wanted) ?? notFound()) : null;
	return {
		service,
		choices: seen,
		keep: keepable(db, person, 'plan', service?.id ?? ''),
		plan: planOf(actionsToPlan(db, person, service?.id ?? null, today), today),
		crumbs: [{ href: '/', label: 'Home' }, { href: '/actions', label: 'Actions' }, { label: 'One-year plan' }]
	};
};
