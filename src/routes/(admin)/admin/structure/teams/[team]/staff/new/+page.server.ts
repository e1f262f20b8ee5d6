import { fail, redirect } from '@sveltejs/kit';
import { addressOf, structureCrumbs } from '#lib/domain/organisation/crumbs.ts';
import { addStaffForm } from '#lib/domain/organisation/forms.ts';
import { addStaff } from '#lib/domain/organisation/staff-adding.server.ts';
import { pathTo, unitById } from '#lib/domain/organisation/unit-finding.server.ts';
import { allowed, notFound } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	allowed(event, 'administer');
	const team = unitById(event.locals.db, 'team', event.params.team);
	if (!team) notFound();
	return { team, crumbs: structureCrumbs(pathTo(event.locals.db, 'team', team.id), 'Add a member of staff') };
};

export const actions: Actions = {
	default: async (event) => {
		const person = allowed(event, 'administer');
		const form = await parseForm(event, addStaffForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => addStaff(event.locals.db, person, event.params.team, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `${addressOf({ kind: 'team', id: event.params.team })}?done=staff-added`);
	}
};
