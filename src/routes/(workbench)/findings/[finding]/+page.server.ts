import { refusedAfterReview } from '#lib/domain/findings/checking.server.ts';
import { findingCrumbs } from '#lib/domain/findings/crumbs.ts';
import { evidenceOfFinding } from '#lib/domain/findings/evidence.server.ts';
import { findingSeen, mayChange } from '#lib/domain/findings/finding.server.ts';
import { principleOf, recommendationsOfFinding } from '#lib/domain/findings/reading.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const seen = findingSeen(db, person, event.params.finding);
	const { thing: _, journey, ...finding } = seen;
	const isOpen = !refusedAfterReview(journey) && !finding.withdrawnReason;
	return {
		finding,
		journey: journey && { id: journey.id, name: journey.name, number: journey.number, state: journey.state },
		principle: principleOf(db, finding),
		evidence: evidenceOfFinding(db, person, finding),
		recommendations: recommendationsOfFinding(db, finding.id),
		mayChange: isOpen && mayChange(person, seen),
		crumbs: findingCrumbs(seen)
	};
};
