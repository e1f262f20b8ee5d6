import { fail, redirect } from '@sveltejs/kit';
import { showTime } from '#lib/domain/calendar/dates.ts';
import { headOf } from '#lib/domain/paf/assessment-page.server.ts';
import { pafCrumbs } from '#lib/domain/paf/crumbs.ts';
import { mayDecide, rescoreBegun, saveRescore } from '#lib/domain/paf/deciding.server.ts';
import { assessmentSeen } from '#lib/domain/paf/finding.server.ts';
import { rescoringForm } from '#lib/domain/paf/forms.ts';
import { givenIn } from '#lib/domain/scorecards/form-fields.ts';
import { now } from '#lib/server/clock.ts';
import { forbidden, notFound, signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const seen = assessmentSeen(db, person, event.params.scored);
	if (!mayDecide(person, seen.assessment)) forbidden();
	const begun = rescoreBegun(db, seen.assessment) ?? notFound();
	const head = headOf(seen);
	return {
		head,
		card: begun.card,
		answers: begun.answers,
		version: seen.assessment.version,
		crumbs: pafCrumbs(
			{ href: '/paf/appeals', label: 'Appeals' },
			{ href: `/paf/assessments/${head.number}`, label: head.name },
			{ label: 'Score it again' }
		)
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const { assessment } = assessmentSeen(db, person, event.params.scored);
		if (!mayDecide(person, assessment)) forbidden();
		const begun = rescoreBegun(db, assessment) ?? notFound();
		const form = await parseForm(event, rescoringForm);
		if (!form.ok) return fail(400, form);
		const { values } = form;
		const given = givenIn(begun.card, { get: (name) => values[name], has: (name) => name in values });
		const wanted = { number: assessment.number, given, version: form.data.version };
		const outcome = once(event, form, () => saveRescore(db, person, wanted));
		if (!outcome.ok) return refusal(form, outcome);
		if (form.autosave) return { version: outcome.version, saved: showTime(now()) };
		redirect(303, `/paf/assessments/${assessment.number}`);
	}
};
