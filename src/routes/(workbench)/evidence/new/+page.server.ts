import { fail, redirect } from '@sveltejs/kit';
import { contentOf } from '#lib/domain/evidence/content.ts';
import { newEvidenceSchema } from '#lib/domain/evidence/forms.ts';
import { councilLimits } from '#lib/domain/evidence/council-limits.server.ts';
import { addEvidence } from '#lib/domain/evidence/keeping.server.ts';
import { possibleOwners } from '#lib/domain/evidence/owners.server.ts';
import { servicesToKeepFor } from '#lib/domain/evidence/places.server.ts';
import { receiveForm, refusalWithFile } from '#lib/domain/evidence/receiving.server.ts';
import { mustBeAble, notFound, signedIn } from '#lib/server/guard.ts';
import { once } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const services = servicesToKeepFor(db, person);
	if (!services.length) notFound();
	const ids = services.map(({ id }) => id);
	return {
		crumbs: [{ href: '/', label: 'Home' }, { href: '/evidence', label: 'Evidence' }, { label: 'Add evidence' }],
		services,
		owners: possibleOwners(db, ids, [person]),
		endings: councilLimits(db).allowedFileTypes,
		me: person.id
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		if (!servicesToKeepFor(db, person).length) notFound();
		const form = await receiveForm(event, person, newEvidenceSchema);
		if (!form.ok) return fail(400, form);
		mustBeAble(person, 'keep evidence', { serviceId: form.data.serviceId });
		const outcome = once(event, form, () => addEvidence(db, person, form.data.serviceId, form.data, contentOf(form.data)));
		if (!outcome.ok) return refusalWithFile(form, outcome);
		redirect(303, `/evidence/${outcome.id}`);
	}
};
