import { can } from '#lib/domain/access/can.ts';
import { cycleSeen } from '#lib/domain/cycles/finding.server.ts';
import { targetsOf } from '#lib/domain/cycles/listing-targets.server.ts';
import { frameworkOf } from '#lib/domain/frameworks/finding.server.ts';
import { allowed } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = allowed(event, 'see cycles');
	const { db } = event.locals;
	const cycle = cycleSeen(db, event.params.cycle);
	const after = event.url.searchParams.get('after') ?? undefined;
	return {
		cycle: { id: cycle.id, name: cycle.name, closedAt: cycle.closedAt },
		levels: (frameworkOf(db, cycle.frameworkVersionId).levels ?? []).map(({ number, name, award }) => ({ number, name, award })),
		...targetsOf(db, cycle.id, after),
		after,
		canSet: can(person, 'set targets'),
		canRun: can(person, 'run cycles'),
		crumbs: [
			{ href: '/', label: 'Home' },
			{ href: '/cycles', label: 'Cycles' },
			{ href: `/cycles/${cycle.id}`, label: cycle.name },
			{ label: 'Targets' }
		]
	};
};
