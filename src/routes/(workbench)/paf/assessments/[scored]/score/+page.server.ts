import { fail, redirect } from '@sveltejs/kit';
import { showTime } from '#lib/domain/calendar/dates.ts';
import { headOf } from '#lib/domain/paf/assessment-page.server.ts';
import { pafCrumbs } from '#lib/domain/paf/crumbs.ts';
import { filesBeside, piecesBeside } from '#lib/domain/paf/evidence-beside.server.ts';
import { assessmentSeen, privateNoteFor } from '#lib/domain/paf/finding.server.ts';
import { givenIn } from '#lib/domain/scorecards/form-fields.ts';
import { mayScore, neighboursOf, saveScore, scoreBegun } from '#lib/domain/paf/scoring.server.ts';
import { scoringForm } from '#lib/domain/paf/forms.ts';
import { scoreOf } from '#lib/domain/scorecards/scoring.ts';
import { now } from '#lib/server/clock.ts';
import { forbidden, signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

const typedIn = (values: Record<string, string>) => ({ get: (name: string) => values[name], has: (name: string) => name in values });

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const seen = assessmentSeen(db, person, event.params.scored);
	const { assessment } = seen;
	if (!mayScore(person, assessment)) redirect(303, `/paf/assessments/${assessment.number}`);
	const head = headOf(seen);
	const begun = scoreBegun(db, assessment);
	const { previous, next, place, of } = neighboursOf(db, person, assessment.number);
	return {
		head,
		card: begun?.card ?? null,
		answers: begun?.answers ?? {},
		unanswered: begun ? scoreOf(begun.card, begun.answers).unanswered.length : 0,
		version: assessment.version,
		notes: { sharedNote: assessment.sharedNote, privateNote: privateNoteFor(db, seen) ?? '' },
		beside: filesBeside(db, assessment.id).length + piecesBeside(db, person, assessment.id).length,
		place,
		of,
		previous: previous?.number ?? null,
		next: next?.number ?? null,
		crumbs: pafCrumbs({ href: '/paf/scores', label: 'To score' }, { label: `${place} of ${of}` })
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const { assessment } = assessmentSeen(db, person, event.params.scored);
		if (!mayScore(person, assessment)) forbidden();
		const form = await parseForm(event, scoringForm);
		if (!form.ok) return fail(400, form);
		const card = scoreBegun(db, assessment)?.card;
		const given = card ? givenIn(card, typedIn(form.values)) : {};
		const { sharedNote, privateNote, seconds, version, then } = form.data;
		const number = assessment.number;
		const outcome = once(event, form, () => saveScore(db, person, { number, given, sharedNote, privateNote, seconds, version }));
		if (!outcome.ok) return refusal(form, outcome);
		if (form.autosave) return { version: outcome.version, saved: showTime(now()), unanswered: outcome.unanswered };
		const next = then === 'next' ? neighboursOf(db, person, number).next : null;
		redirect(303, next ? `/paf/assessments/${next.number}/score` : then === 'next' ? '/paf/scores' : `/paf/assessments/${number}/score`);
	}
};
