import { fail, redirect } from '@sveltejs/kit';
import { decidedAboutLessons } from '#lib/domain/board/lessons-decided.server.ts';
import { latestNumber, toolkitOf } from '#lib/domain/toolkit/finding.server.ts';
import { publicationForm } from '#lib/domain/toolkit/forms.ts';
import { lessonsWaiting, publishToolkit } from '#lib/domain/toolkit/publishing.server.ts';
import { allowed, notFound } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	allowed(event, 'publish toolkit');
	const { db } = event.locals;
	const version = toolkitOf(db, latestNumber(db) ?? 0) ?? notFound();
	const waiting = lessonsWaiting(db);
	const asked = event.url.searchParams.getAll('lesson');
	const chosen = waiting.filter(({ id }) => asked.includes(id));
	const steps = new Set(chosen.map(({ step }) => step));
	return {
		number: version.number,
		waiting,
		decided: decidedAboutLessons(db),
		chosen: chosen.map(({ id }) => id),
		wasSent: event.url.searchParams.has('chosen'),
		guidance: version.toolkit.steps.filter(({ step }) => steps.has(step)),
		crumbs: [
			{ href: '/', label: 'Home' },
			{ href: '/journeys', label: 'Journeys' },
			{ href: '/journeys/toolkit', label: 'Toolkit' },
			{ label: 'Next version' }
		]
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = allowed(event, 'publish toolkit');
		const form = await parseForm(event, publicationForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => publishToolkit(event.locals.db, person, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, '/journeys/toolkit?done=published');
	}
};
