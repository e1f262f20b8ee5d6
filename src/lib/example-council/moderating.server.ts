import type { Person } from '#lib/domain/access/person.ts';
import { agree } from '#lib/domain/moderation/agreeing.server.ts';
import { agreeTheRest } from '#lib/domain/moderation/agreeing-the-rest.server.ts';
import { finishModeration } from '#lib/domain/moderation/finishing-moderation.server.ts';
import { moderate } from '#lib/domain/moderation/moderating.server.ts';
import { override } from '#lib/domain/moderation/overriding.server.ts';
import { requestChanges } from '#lib/domain/moderation/requesting-changes.server.ts';
import { submit } from '#lib/domain/moderation/submitting.server.ts';
import { assessmentIn, type Assessing } from './assessing.server.ts';
import { must } from './cast.server.ts';
import type { ServiceYear, Steps } from './service-file.ts';

type More = Pick<ServiceYear['current'], 'changesRequested' | 'override'>;

/** Takes an assessment as far on its way as its state says: submitted, moderated with its remarks, agreed, overridden. */
export function takeOnItsWay(a: Assessing, { assessor, chair }: { assessor: Person; chair: Person }, steps: Steps, more: More = {}): void {
	const { db, diary, manager, name } = a;
	const { state, submitted = -1, moderated = -1, agreed = -1, moderation } = steps;
	const now = () => assessmentIn(db, a.cycleId(), a.serviceId);
	if (state === 'draft') return;
	diary.on(submitted, 300, (today) => void must(submit(db, manager, now(), today), name));
	if (state === 'submitted') return;

	const first = Math.min(submitted + 2, state === 'moderated' || state === 'agreed' ? moderated : -1);
	Object.entries(moderation).forEach(([criterion, { rating, comment }], place) => {
		// what a service called not applicable is accepted or not; anything else is rated
		const choice = rating === 'not applicable' ? { rating: null, notApplicableAccepted: true } : { rating, notApplicableAccepted: null };
		diary.on(
			first,
			60 + place * 7,
			(today) =>
				void must(moderate(db, assessor, { id: now().id, criterion, comment, version: 0, ...choice }, today), `${name} ${criterion}`)
		);
	});
	if (state === 'changes requested')
		diary.on(first, 380, (today) => void must(requestChanges(db, assessor, { ...now(), text: more.changesRequested ?? '' }, today), name));
	if (state !== 'moderated' && state !== 'agreed') return;

	diary.on(moderated, 200, (today) => {
		must(agreeTheRest(db, assessor, now(), today), name);
		must(finishModeration(db, assessor, now(), today), name);
	});
	if (state === 'moderated') return;
	diary.on(agreed, 240, (today) => void must(agree(db, manager, now(), today), name));
	const { override: panel } = more;
	if (panel) diary.on(agreed + 3, 400, () => void must(override(db, chair, { ...now(), ...panel }), name));
}
