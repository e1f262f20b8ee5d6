import { can } from '#lib/domain/access/can.ts';
import { boardCrumbs } from '#lib/domain/board/crumbs.ts';
import { decisionSeen, decisionShown } from '#lib/domain/board/decision-shown.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const decision = decisionSeen(db, person, event.params.decision);
	return {
		...decisionShown(db, decision, today),
		canRun: can(person, 'run board'),
		crumbs: boardCrumbs({ href: '/board/decisions', label: 'Decisions' }, { label: `Decision ${decision.number}` })
	};
};
