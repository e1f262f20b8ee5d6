import { fail, redirect } from '@sveltejs/kit';
import { can } from '#lib/domain/access/can.ts';
import { journeyCrumbs } from '#lib/domain/journeys/crumbs.ts';
import { journeySeen, journeyToReview, thingOf } from '#lib/domain/journeys/finding.server.ts';
import { doneForm, takingBackForm } from '#lib/domain/journeys/forms.ts';
import { markDone, takeBack } from '#lib/domain/journeys/progress.server.ts';
import { slugOf, stepAt, stepNames } from '#lib/domain/journeys/steps.ts';
import { taskListOf } from '#lib/domain/journeys/task-list.server.ts';
import { latestNumber, toolkitOf } from '#lib/domain/toolkit/finding.server.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const journey = journeySeen(db, person, event.params.journey);
	const step = stepAt(event.params.step) ?? notFound();
	const tasks = taskListOf(db, journey, today);
	const at = tasks.findIndex((task) => task.step === step);
	return {
		journey: { id: journey.id, number: journey.number, name: journey.name, state: journey.state },
		task: tasks[at]!,
		previous: tasks[at - 1]?.step ?? null,
		next: tasks[at + 1]?.step ?? null,
		toolkit: { number: journey.toolkitNumber, latest: latestNumber(db) },
		guidance: toolkitOf(db, journey.toolkitNumber)?.toolkit.steps.find((guidance) => guidance.step === step) ?? null,
		mayReview: can(person, 'review journey', thingOf(journey)) && journey.state === 'open',
		crumbs: journeyCrumbs(journey, { label: stepNames[step] })
	};
};

export const actions: Actions = {
	done: async (event) => {
		const person = signedIn(event);
		const { db, today } = event.locals;
		const journey = journeyToReview(db, person, event.params.journey);
		const step = stepAt(event.params.step) ?? notFound();
		const form = await parseForm(event, doneForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => markDone(db, person, journey.id, { step, ...form.data }, today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/journeys/${journey.id}/progress/${slugOf(step)}?done=marked`);
	},
	back: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const journey = journeyToReview(db, person, event.params.journey);
		const step = stepAt(event.params.step) ?? notFound();
		const form = await parseForm(event, takingBackForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => takeBack(db, person, journey.id, { step, ...form.data }));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/journeys/${journey.id}/progress/${slugOf(step)}?done=back`);
	}
};
