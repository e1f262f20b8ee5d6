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
type Moderators = { assessor: Person; chair: Person };

/** Takes an assessment as far on its way as its state says: submitted, moderated with its remarks, agreed, overridden. */
export function takeOnItsWay(a: Assessing, { assessor, chair }: Moderators, steps: Steps, more: More = {}): void {
	const { db, diary, manager, name } = a;
	const { state, submitted = -1, moderated = -1, agreed = -1 } = steps;
	const now = () => assessmentIn(db, a.cycleId(), a.serviceId);
	const isFinished = state === 'moderated' || state === 'agreed';
	if (state === 'draft') return;
	diary.on(submitted, 300, (today) => void must(submit(db, manager, now(), today), name));
	if (state === 'submitted') return;

	const first = Math.min(submitted + 2, isFinished ? moderated : -1);
	remarkOn(a, assessor, steps, first);
	const { changesRequested: text = '', override: panel } = more;
	if (state === 'changes requested')
		diary.on(first, 380, (today) => void must(requestChanges(db, assessor, { ...now(), text }, today), name));
	if (!isFinished) return;

	diary.on(moderated, 200, (today) => {
		must(agreeTheRest(db, assessor, now(), today), name);
		must(finishModeration(db, assessor, now(), today), name);
	});
	if (state === 'moderated') return;
	diary.on(agreed, 240, (today) => void must(agree(db, manager, now(), today), name));
	if (panel) diary.on(agreed + 3, 400, () => void must(override(db, chair, { ...now(), ...panel }), name));
}

/** What the moderator says where they differ, or in the course of moderation of what they have decided so far. */
function remarkOn(
	{ db, diary, cycleId, serviceId, name }: Assessing,
	assessor: Person,
	{ moderation, answers }: Steps,
	days: number
): void {
	Object.entries(moderation).forEach(([criterion, { rating, comment }], place) => {
		// what the service called not applicable is accepted or not; anything else is rated
		const isAsked = answers[criterion]?.rating === 'not applicable';
		const choice = isAsked ? { rating: null, notApplicableAccepted: rating === 'not applicable' } : { rating, notApplicableAccepted: null };
		diary.on(days, 60 + place * 7, (today) => {
			const { id } = assessmentIn(db, cycleId(), serviceId);
			must(moderate(db, assessor, { id, criterion, comment, version: 0, ...choice }, today), `${name} ${criterion}`);
		});
	});
}
