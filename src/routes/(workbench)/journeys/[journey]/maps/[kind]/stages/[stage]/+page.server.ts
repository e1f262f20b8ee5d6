import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { journeyCrumbs } from '#lib/domain/journeys/crumbs.ts';
import { stageRemoved } from '#lib/domain/maps/editor/forms.ts';
import { stageSchema } from '#lib/domain/maps/forms.ts';
import { mapToChange } from '#lib/domain/maps/map-seen.server.ts';
import { mapOf } from '#lib/domain/maps/reading.server.ts';
import { removeStage } from '#lib/domain/maps/removing.server.ts';
import { saveStage } from '#lib/domain/maps/saving.server.ts';
import { version } from '#lib/server/fields.ts';
import { notFound } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { journey, kind } = mapToChange(event);
	const stages = mapOf(event.locals.db, journey.id, kind)?.stages ?? [];
	const { id, name, who, version: seen, steps } = stages.find((stage) => stage.id === event.params.stage) ?? notFound();
	const address = `/journeys/${journey.id}/maps/${kind}`;
	return {
		address,
		id,
		name,
		who,
		version: seen,
		steps: steps.length,
		journey: { id: journey.id, name: journey.name },
		crumbs: journeyCrumbs(journey, { href: address, label: kind === 'as-is' ? 'As-is map' : 'To-be map' }, { label: name })
	};
};

const stageSaved = v.object({ ...stageSchema.entries, version });

export const actions: Actions = {
	save: async (event) => {
		const { person, journey, kind } = mapToChange(event);
		const form = await parseForm(event, stageSaved);
		if (!form.ok) return fail(400, form);
		const { version: seen, ...typed } = form.data;
		const outcome = once(event, form, () => saveStage(event.locals.db, person, journey, event.params.stage, typed, seen));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/journeys/${journey.id}/maps/${kind}#stage-${event.params.stage}`);
	},
	remove: async (event) => {
		const { person, journey, kind } = mapToChange(event);
		const form = await parseForm(event, stageRemoved);
		if (!form.ok) return fail(400, form);
		const withSteps = form.data.withSteps !== '';
		const outcome = once(event, form, () => removeStage(event.locals.db, person, journey, event.params.stage, { withSteps }));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/journeys/${journey.id}/maps/${kind}`);
	}
};
