import { fail, redirect } from '@sveltejs/kit';
import { cardOf } from '#lib/domain/calibration/answers.server.ts';
import { sessionCrumbs } from '#lib/domain/calibration/crumbs.ts';
import { calibrationToScore, interactionOf, runs } from '#lib/domain/calibration/finding.server.ts';
import { answersForm } from '#lib/domain/calibration/forms.ts';
import { ownForm, score } from '#lib/domain/calibration/scoring.server.ts';
import { interactionName } from '#lib/domain/calibration/words.ts';
import { givenIn } from '#lib/domain/scorecards/form-fields.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const calibration = calibrationToScore(db, person, event.params.calibration);
	const interaction = interactionOf(db, calibration, event.params.position);
	const card = cardOf(db, calibration);
	const own = ownForm(db, person, interaction);
	return {
		calibration,
		interaction,
		runs: runs(person, calibration),
		card,
		answers: own?.answers ?? {},
		version: own?.version ?? 0,
		isComplete: (own?.completedAt ?? null) !== null,
		unanswered: own?.score.unanswered ?? [],
		crumbs: sessionCrumbs(calibration, { label: interactionName(interaction.position) })
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const calibration = calibrationToScore(db, person, event.params.calibration);
		const interaction = interactionOf(db, calibration, event.params.position);
		const card = cardOf(db, calibration);
		const form = await parseForm(event, answersForm);
		if (!form.ok) return fail(400, form);
		const { step, version } = form.data;
		const scored = { given: givenIn(card, new Map(Object.entries(form.values))), step, version };
		const outcome = once(event, form, () => score(db, person, calibration, interaction, scored));
		if (!outcome.ok) {
			const failed = refusal(form, outcome);
			// an incomplete form is kept as it is: the page goes on from what stands now
			const version = outcome.code === 'incomplete' ? ownForm(db, person, interaction)?.version : undefined;
			return fail(failed.status, { ...failed.data, version });
		}
		const session = `/calibrations/${calibration.number}`;
		redirect(303, outcome.complete ? `${session}?done=complete` : `${session}/interactions/${interaction.position}?done=saved`);
	}
};
