import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { showTime } from '#lib/domain/calendar/dates.ts';
import { journeyCrumbs } from '#lib/domain/journeys/crumbs.ts';
import { typedStep } from '#lib/domain/maps/editor/typed-step.ts';
import { stepSchema } from '#lib/domain/maps/forms.ts';
import { mapToChange } from '#lib/domain/maps/map-seen.server.ts';
import { mapOf } from '#lib/domain/maps/reading.server.ts';
import { saveStep } from '#lib/domain/maps/saving.server.ts';
import { evidenceOfSteps } from '#lib/domain/maps/step-evidence.server.ts';
import { stepsOf } from '#lib/domain/maps/map.ts';
import { now } from '#lib/server/clock.ts';
import { version } from '#lib/server/fields.ts';
import { notFound } from '#lib/server/guard.ts';
import { readForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { person, journey, kind } = mapToChange(event);
	const stages = mapOf(event.locals.db, journey.id, kind)?.stages ?? [];
	const steps = stepsOf({ stages });
	const step = steps.find(({ id }) => id === event.params.step) ?? notFound();
	const address = `/journeys/${journey.id}/maps/${kind}`;
	const number = steps.indexOf(step) + 1;
	return {
		id: step.id,
		address,
		number,
		does: step.does,
		typed: typedStep(step),
		version: step.version,
		evidence: evidenceOfSteps(event.locals.db, person, [step.id])[step.id],
		journey: { id: journey.id, name: journey.name },
		crumbs: journeyCrumbs(journey, { href: address, label: kind === 'as-is' ? 'As-is map' : 'To-be map' }, { label: `Step ${number}` })
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { person, journey, kind } = mapToChange(event);
		const { db } = event.locals;
		const { params } = event;
		const sent = await event.request.formData();
		const seen = readForm(sent, v.object({ version }));
		const form = readForm(sent, stepSchema);
		if (!form.ok) return fail(400, form);
		if (!seen.ok) return fail(400, seen);
		const outcome = once(event, form, () => saveStep(db, person, journey, params.step, form.data, seen.data.version));
		if (!outcome.ok) return refusal(form, outcome);
		if (form.autosave) return { version: outcome.version, saved: showTime(now()) };
		redirect(303, `/journeys/${journey.id}/maps/${kind}?at=${params.step}#step-${params.step}`);
	}
};
