import { fail, redirect } from '@sveltejs/kit';
import { evidenceForm } from '#lib/domain/findings/forms.ts';
import { attachToStep, evidenceForStep } from '#lib/domain/maps/attaching.server.ts';
import { mapAddress, mapCrumbs } from '#lib/domain/maps/map-names.ts';
import { mapToChange } from '#lib/domain/maps/map-seen.server.ts';
import { stepsOf } from '#lib/domain/maps/map.ts';
import { mapOf } from '#lib/domain/maps/reading.server.ts';
import { evidenceOfSteps } from '#lib/domain/maps/step-evidence.server.ts';
import { notFound } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { person, journey, kind } = mapToChange(event);
	const { db } = event.locals;
	const steps = stepsOf(mapOf(db, journey.id, kind) ?? { stages: [] });
	const step = steps.find(({ id }) => id === event.params.step) ?? notFound();
	const number = steps.indexOf(step) + 1;
	return {
		journey: { id: journey.id, name: journey.name },
		does: step.does,
		number,
		back: `${mapAddress(journey.id, kind)}?at=${step.id}#step-${step.id}`,
		evidence: evidenceForStep(db, person, journey),
		chosen: evidenceOfSteps(db, person, [step.id])[step.id]?.pieces.map(({ id }) => id) ?? [],
		crumbs: mapCrumbs(
			journey,
			kind,
			{ href: `${mapAddress(journey.id, kind)}/steps/${step.id}`, label: `Step ${number}` },
			{ label: 'Evidence' }
		)
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { person, journey, kind } = mapToChange(event);
		const form = await parseForm(event, evidenceForm);
		if (!form.ok) return fail(400, form);
		const { step } = event.params;
		const outcome = once(event, form, () => attachToStep(event.locals.db, person, journey, step, form.data['evidence[]']));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `${mapAddress(journey.id, kind)}?at=${step}#step-${step}`);
	}
};
