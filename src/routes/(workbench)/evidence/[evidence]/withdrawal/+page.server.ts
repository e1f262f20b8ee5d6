import { fail, redirect } from '@sveltejs/kit';
import { evidenceSeen } from '#lib/domain/evidence/finding.server.ts';
import { withdrawalSchema } from '#lib/domain/evidence/forms.ts';
import { supportedBy } from '#lib/domain/evidence/supporting.server.ts';
import { withdrawEvidence } from '#lib/domain/evidence/withdrawing.server.ts';
import { mustBeAble, signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const { thing, id, title, version } = evidenceSeen(db, person, event.params.evidence);
	mustBeAble(person, 'keep evidence', thing);
	return {
		crumbs: [
			{ href: '/', label: 'Home' },
			{ href: '/evidence', label: 'Evidence' },
			{ href: `/evidence/${id}`, label: title },
			{ label: 'Withdraw' }
		],
		id,
		title,
		version,
		supports: supportedBy(db, person, id).length
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db, today } = event.locals;
		const { id, thing } = evidenceSeen(db, person, event.params.evidence);
		mustBeAble(person, 'keep evidence', thing);
		const form = await parseForm(event, withdrawalSchema);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => withdrawEvidence(db, person, id, form.data.version, form.data.reason, today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/evidence/${id}`);
	}
};
