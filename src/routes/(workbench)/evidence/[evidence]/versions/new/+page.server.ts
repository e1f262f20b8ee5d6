import { fail, redirect } from '@sveltejs/kit';
import { contentOf } from '#lib/domain/evidence/content.ts';
import { councilLimits } from '#lib/domain/evidence/council-limits.server.ts';
import { evidenceSeen } from '#lib/domain/evidence/finding.server.ts';
import { newVersionSchema } from '#lib/domain/evidence/forms.ts';
import { receiveForm, refusalWithFile } from '#lib/domain/evidence/receiving.server.ts';
import { renewEvidence } from '#lib/domain/evidence/renewing.server.ts';
import { mustBeAble, signedIn } from '#lib/server/guard.ts';
import { once } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const { thing, id, title, kind, version, link, note, currentVersion } = evidenceSeen(db, person, event.params.evidence);
	mustBeAble(person, 'keep evidence', thing);
	return {
		crumbs: [
			{ href: '/', label: 'Home' },
			{ href: '/evidence', label: 'Evidence' },
			{ href: `/evidence/${id}`, label: title },
			{ label: 'New version' }
		],
		id,
		title,
		kind,
		version,
		currentVersion,
		values: { link: link ?? '', note: note ?? '' },
		endings: councilLimits(db).allowedFileTypes
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const { id, thing } = evidenceSeen(db, person, event.params.evidence);
		mustBeAble(person, 'keep evidence', thing);
		const form = await receiveForm(event, person, newVersionSchema);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => renewEvidence(db, person, id, form.data.version, contentOf(form.data)));
		if (!outcome.ok) return refusalWithFile(form, outcome);
		redirect(303, `/evidence/${id}`);
	}
};
