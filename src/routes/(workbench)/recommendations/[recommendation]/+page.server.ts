import { decisionsShown } from '#lib/domain/board/decisions-about.server.ts';
import { refusedAfterReview } from '#lib/domain/findings/checking.server.ts';
import { recommendationCrumbs } from '#lib/domain/findings/crumbs.ts';
import { mayChange } from '#lib/domain/findings/finding.server.ts';
import { channelCostsOf, weightsOf, worked } from '#lib/domain/findings/reading.server.ts';
import { tiedView } from '#lib/domain/golden-thread/tied-view.server.ts';
import { recommendationSeen } from '#lib/domain/findings/recommendation.server.ts';
import { explainSaving } from '#lib/domain/findings/saving.ts';
import { explainValue } from '#lib/domain/findings/value.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const seen = recommendationSeen(db, person, event.params.recommendation);
	const { finding, ...recommendation } = seen;
	const weights = weightsOf(db);
	const costs = channelCostsOf(db);
	const isWaiting = recommendation.state === 'proposed' || recommendation.state === 'deferred';
	return {
		recommendation: worked(recommendation, weights, costs),
		finding: { id: finding.id, what: finding.what, severity: finding.severity, service: finding.service },
		journey: finding.journey && { id: finding.journey.id, name: finding.journey.name, number: finding.journey.number },
		board: decisionsShown(db, person, [{ kind: 'recommendation', thingId: recommendation.id }], today),
		explained: { value: explainValue(recommendation, weights), saving: explainSaving(recommendation, costs) },
		tied: tiedView(db, person, 'recommendation', recommendation.id),
		mayChange: isWaiting && !refusedAfterReview(finding.journey) && mayChange(person, finding),
		crumbs: recommendationCrumbs(seen)
	};
};
