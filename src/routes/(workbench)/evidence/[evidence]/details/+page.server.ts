import { fail, redirect } from '@sveltejs/kit';
import { editEvidence } from '#lib/domain/evidence/editing.server.ts';
import { evidenceSeen } from '#lib/domain/evidence/finding.server.ts';
import { editedEvidenceSchema } from '#lib/domain/evidence/forms.ts';
import { possibleOwners } from '#lib/domain/evidence/owners.server.ts';
import { mustBeAble, signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const { thing, ...piece } = evidenceSeen(db, person, event.params.evidence);
	mustBeAble(person, 'keep evidence', thing);
	const { title, shows, ownerId, effectiveFrom, strength, version } = piece;
	return {
		crumbs: [
			{ href: '/', label: 'Home' },
			{ href: '/evidence', label: 'Evidence' },
			{ href: `/evidence/${piece.id}`, label: title },
			{ label: 'Change details' }
		],
		id: piece.id,
		title,
		version,
		values: { title, shows, ownerId, effectiveFrom, effectiveTo: piece.effectiveTo ?? '', strength, reviewOn: piece.reviewOn ?? '' },
		owners: possibleOwners(db, [piece.serviceId], [person, { id: ownerId }])
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db, today } = event.locals;
		const { id, thing } = evidenceSeen(db, person, event.params.evidence);
		mustBeAble(person, 'keep evidence', thing);
		const form = await parseForm(event, editedEvidenceSchema);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => editEvidence(db, person, id, form.data.version, form.data, today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/evidence/${id}`);
	}
};
