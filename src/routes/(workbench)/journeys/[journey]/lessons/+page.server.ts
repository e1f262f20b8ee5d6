import { fail, redirect } from '@sveltejs/kit';
import { can } from '#lib/domain/access/can.ts';
import { journeyCrumbs } from '#lib/domain/journeys/crumbs.ts';
import { journeySeen, journeyToReview, thingOf } from '#lib/domain/journeys/finding.server.ts';
import { lessonForm } from '#lib/domain/journeys/forms.ts';
import { addLesson, lessonsOf } from '#lib/domain/journeys/learning-lessons.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const journey = journeySeen(db, person, event.params.journey);
	return {
		journey: { id: journey.id, name: journey.name },
		lessons: lessonsOf(db, journey.id),
		mayReview: can(person, 'review journey', thingOf(journey)),
		crumbs: journeyCrumbs(journey, { label: 'Lessons learned' })
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const journey = journeyToReview(db, person, event.params.journey);
		const form = await parseForm(event, lessonForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => addLesson(db, person, journey.id, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/journeys/${journey.id}/lessons?done=added`);
	}
};
