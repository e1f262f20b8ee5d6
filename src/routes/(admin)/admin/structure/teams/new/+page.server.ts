import { fail, redirect } from '@sveltejs/kit';
import { addTeam } from '#lib/domain/organisation/adding.server.ts';
import { addressOf, structureCrumbs } from '#lib/domain/organisation/crumbs.ts';
import { teamForm } from '#lib/domain/organisation/forms.ts';
import { openUnits, pathTo } from '#lib/domain/organisation/unit-finding.server.ts';
import { allowed } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	allowed(event, 'administer');
	const { db } = event.locals;
	const serviceId = event.url.searchParams.get('service') ?? '';
	return {
		serviceId,
		services: openUnits(db, 'service'),
		crumbs: structureCrumbs(pathTo(db, 'service', serviceId), 'Add a team')
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = allowed(event, 'administer');
		const form = await parseForm(event, teamForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => addTeam(event.locals.db, person, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `${addressOf({ kind: 'team', id: outcome.id })}?done=added`);
	}
};
