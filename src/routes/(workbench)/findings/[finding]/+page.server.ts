import { decisionsShown } from '#lib/domain/board/decisions-about.server.ts';
import { refusedAfterReview } from '#lib/domain/findings/checking.server.ts';
import { findingCrumbs } from '#lib/domain/findings/crumbs.ts';
import { evidenceOfFinding } from '#lib/domain/findings/evidence.server.ts';
import { findingSeen, mayChange } from '#lib/domain/findings/finding.server.ts';
import { principleOf, recommendationsOfFinding } from '#lib/domain/findings/reading.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const seen = findingSeen(db, person, event.params.finding);
	const { thing: _, journey, ...finding } = seen;
	const isOpen = !refusedAfterReview(journey) && !finding.withdrawnReason;
	const recommendations = recommendationsOfFinding(db, finding.id);
	const things = [
		{ kind: 'finding' as const, thingId: finding.id },
		...recommendations.map(({ id }) => ({ kind: 'recommendation' as const, thingId: id }))
	];
	return {
		finding,
		journey: journey && { id: journey.id, name: journey.name, number: journey.number, state: journey.state },
		principle: principleOf(db, finding),
		evidence: evidenceOfFinding(db, person, finding),
		recommendations,
		board: decisionsShown(db, person, things, today),
		mayChange: isOpen && mayChange(person, seen),
		crumbs: findingCrumbs(seen)
	};
};
