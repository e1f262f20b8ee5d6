import { fail, redirect } from '@sveltejs/kit';
import { journeyCrumbs } from '#lib/domain/journeys/crumbs.ts';
import { journeyToReview } from '#lib/domain/journeys/finding.server.ts';
import { changedLessonForm, plainForm } from '#lib/domain/journeys/forms.ts';
import { changeLesson, lessonOf, removeLesson } from '#lib/domain/journeys/learning-lessons.server.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const journey = journeyToReview(db, person, event.params.journey);
	const { version, step, text, takenUpIn } = lessonOf(db, journey.id, event.params.lesson) ?? notFound();
	// a version of the toolkit stands on it now
	if (takenUpIn !== null) notFound();
	return {
		journey: { id: journey.id, name: journey.name },
		version,
		start: { step, text },
		crumbs: journeyCrumbs(journey, { href: `/journeys/${journey.id}/lessons`, label: 'Lessons learned' }, { label: 'Change' })
	};
};

export const actions: Actions = {
	save: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const journey = journeyToReview(db, person, event.params.journey);
		const form = await parseForm(event, changedLessonForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => changeLesson(db, person, journey.id, { id: event.params.lesson, ...form.data }));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/journeys/${journey.id}/lessons?done=changed`);
	},
	remove: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const journey = journeyToReview(db, person, event.params.journey);
		const form = await parseForm(event, plainForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => removeLesson(db, person, journey.id, event.params.lesson));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/journeys/${journey.id}/lessons?done=removed`);
	}
};
