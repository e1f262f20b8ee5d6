import { fail, redirect } from '@sveltejs/kit';
import { addCourse } from '#lib/domain/training/courses.server.ts';
import { newCourseForm } from '#lib/domain/training/forms.ts';
import { allowed } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	allowed(event, 'manage training');
	return { crumbs: [{ href: '/', label: 'Home' }, { href: '/paf/training/courses', label: 'Courses' }, { label: 'Add' }] };
};

export const actions: Actions = {
	default: async (event) => {
		const person = allowed(event, 'manage training');
		const form = await parseForm(event, newCourseForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => addCourse(event.locals.db, person, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, '/paf/training/courses?done=added');
	}
};
