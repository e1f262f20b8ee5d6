import { fail, redirect } from '@sveltejs/kit';
import { councilLimits } from '#lib/domain/evidence/council-limits.server.ts';
import { showSize } from '#lib/domain/evidence/file-size.ts';
import { storeUpload } from '#lib/domain/evidence/storing.server.ts';
import { headOf } from '#lib/domain/paf/assessment-page.server.ts';
import { pafCrumbs } from '#lib/domain/paf/crumbs.ts';
import { filesBeside, piecesBeside } from '#lib/domain/paf/evidence-beside.server.ts';
import { assessmentSeen } from '#lib/domain/paf/finding.server.ts';
import { fileForm, takeOffForm } from '#lib/domain/paf/forms.ts';
import { keepBeside, takeOff } from '#lib/domain/paf/keeping-evidence.server.ts';
import { mayScore } from '#lib/domain/paf/scoring.server.ts';
import { forbidden, signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import { parseUploadForm } from '#lib/server/upload-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const seen = assessmentSeen(db, person, event.params.scored);
	const { assessment } = seen;
	if (!mayScore(person, assessment)) redirect(303, `/paf/assessments/${assessment.number}`);
	const head = headOf(seen);
	const { allowedFileTypes } = councilLimits(db);
	return {
		head,
		files: filesBeside(db, assessment.id).map(({ size, ...file }) => ({ ...file, size: showSize(size) })),
		pieces: piecesBeside(db, person, assessment.id),
		accept: allowedFileTypes.map((type) => `.${type}`).join(','),
		takesRecordings: allowedFileTypes.some((type) => ['mp3', 'wav', 'mp4'].includes(type)),
		crumbs: pafCrumbs(
			{ href: '/paf/scores', label: 'To score' },
			{ href: `/paf/assessments/${assessment.number}/score`, label: head.name },
			{ label: 'Evidence' }
		)
	};
};

export const actions: Actions = {
	add: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const { assessment } = assessmentSeen(db, person, event.params.scored);
		if (!mayScore(person, assessment)) forbidden();
		const form = await parseUploadForm(event, fileForm, 'file', (name, source) => storeUpload(db, person, name, source));
		if (!form.ok) return fail(400, { values: form.values, errors: form.errors });
		const { file } = form;
		if (!file) return fail(400, { values: form.values, errors: [{ field: 'file', text: 'Choose a recording or file' }] });
		if (!file.ok) return refusal(form, file);
		const outcome = once(event, form, () => keepBeside(db, person, assessment.number, { upload: file.upload, shows: form.data.shows }));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/paf/assessments/${assessment.number}/evidence?done=kept`);
	},
	remove: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const { assessment } = assessmentSeen(db, person, event.params.scored);
		if (!mayScore(person, assessment)) forbidden();
		const form = await parseForm(event, takeOffForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => takeOff(db, person, assessment.number, form.data.file));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/paf/assessments/${assessment.number}/evidence?done=gone`);
	}
};
