import { fail, redirect } from '@sveltejs/kit';
import { councilLimits } from '#lib/domain/evidence/council-limits.server.ts';
import { showSize } from '#lib/domain/evidence/file-size.ts';
import { storeUpload } from '#lib/domain/evidence/storing.server.ts';
import { attachToVisit } from '#lib/domain/mystery-shopping/attaching-evidence.server.ts';
import { shoppingCrumbs } from '#lib/domain/mystery-shopping/crumbs.ts';
import { visitOfShopper } from '#lib/domain/mystery-shopping/finding.server.ts';
import { fileForm } from '#lib/domain/mystery-shopping/forms.ts';
import { evidenceOfVisit } from '#lib/domain/mystery-shopping/own-visit.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import { parseUploadForm } from '#lib/server/upload-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const { visit } = visitOfShopper(db, person, event.params.visit);
	const { allowedFileTypes } = councilLimits(db);
	return {
		visit: { id: visit.id, number: visit.number },
		evidence: evidenceOfVisit(db, visit.id).map(({ size, ...piece }) => ({ ...piece, size: showSize(size) })),
		accept: allowedFileTypes.map((type) => `.${type}`).join(','),
		crumbs: shoppingCrumbs(
			{ href: '/mystery-shopping/visits', label: 'Your visits' },
			{ href: `/mystery-shopping/visits/${visit.id}`, label: `Visit ${visit.number}` },
			{ label: 'Photos and files' }
		)
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const { visit } = visitOfShopper(db, person, event.params.visit);
		const form = await parseUploadForm(event, fileForm, 'file', (name, source) => storeUpload(db, person, name, source));
		if (!form.ok) return fail(400, { values: form.values, errors: form.errors });
		const { file } = form;
		if (!file) return fail(400, { values: form.values, errors: [{ field: 'file', text: 'Choose a photo or file' }] });
		if (!file.ok) return refusal(form, file);
		const outcome = once(event, form, () => attachToVisit(db, person, visit.id, { upload: file.upload, shows: form.data.shows }));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/mystery-shopping/visits/${visit.id}?done=evidence`);
	}
};
