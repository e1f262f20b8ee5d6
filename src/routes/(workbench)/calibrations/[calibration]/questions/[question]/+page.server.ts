import { fail, redirect } from '@sveltejs/kit';
import { completeForms } from '#lib/domain/calibration/answers.server.ts';
import { sessionCrumbs } from '#lib/domain/calibration/crumbs.ts';
import { calibrationRevealed, calibrationToRun, runs } from '#lib/domain/calibration/finding.server.ts';
import { noteForm } from '#lib/domain/calibration/forms.ts';
import { notesOf, saveNote } from '#lib/domain/calibration/noting.server.ts';
import { questionOf } from '#lib/domain/calibration/question.server.ts';
import { fallOf } from '#lib/domain/calibration/session-result.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const calibration = calibrationRevealed(db, person, event.params.calibration);
	const { question, next, previous } = questionOf(db, calibration, event.params.question);
	const isRunning = runs(person, calibration);
	const note = notesOf(db, calibration.id).get(question.id);
	return {
		calibration,
		question: { id: question.id, text: question.text, guidance: question.guidance ?? '' },
		next,
		previous,
		runs: isRunning,
		falls: fallOf(question, completeForms(db, calibration.id), { id: person.id, runs: isRunning }),
		note: { text: note?.note ?? '', version: note?.version ?? 0 },
		crumbs: sessionCrumbs(calibration, { href: `/calibrations/${calibration.number}/results`, label: 'Results' }, { label: question.id })
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const calibration = calibrationToRun(db, person, event.params.calibration);
		const { question } = questionOf(db, calibration, event.params.question);
		const form = await parseForm(event, noteForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => saveNote(db, person, calibration, question.id, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/calibrations/${calibration.number}/questions/${encodeURIComponent(question.id)}?done=noted`);
	}
};
