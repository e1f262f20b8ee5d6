import { fail, redirect } from '@sveltejs/kit';
import { courseById, saveCourse } from '#lib/domain/training/courses.server.ts';
import { courseForm } from '#lib/domain/training/forms.ts';
import { allowed } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	allowed(event, 'manage training');
	const { name, about, required, everyMonths, retiredOn, version } = courseById(event.locals.db, event.params.course);
	return {
		version,
		start: { name, about, required: required ? 'yes' : '', everyMonths: String(everyMonths ?? ''), retired: retiredOn ? 'yes' : '' },
		crumbs: [{ href: '/', label: 'Home' }, { href: '/paf/training/courses', label: 'Courses' }, { label: name }]
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = allowed(event, 'manage training');
		const { db, today } = event.locals;
		const course = courseById(db, event.params.course);
		const form = await parseForm(event, courseForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => saveCourse(db, person, course, form.data, today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, '/paf/training/courses?done=saved');
	}
};
