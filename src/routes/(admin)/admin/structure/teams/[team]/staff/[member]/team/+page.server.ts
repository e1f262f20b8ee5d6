import { fail, redirect } from '@sveltejs/kit';
import { addressOf, structureCrumbs } from '#lib/domain/organisation/crumbs.ts';
import { moveStaffForm } from '#lib/domain/organisation/forms.ts';
import { moveStaff } from '#lib/domain/organisation/staff-changing.server.ts';
import { staffIn } from '#lib/domain/organisation/staff-finding.server.ts';
import { openUnits, pathTo } from '#lib/domain/organisation/unit-finding.server.ts';
import { allowed, notFound } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	allowed(event, 'administer');
	const { db } = event.locals;
	const member = staffIn(db, event.params.team, event.params.member);
	if (!member) notFound();
	return { member, teams: openUnits(db, 'team'), crumbs: structureCrumbs(pathTo(db, 'team', member.teamId), `Move ${member.name}`) };
};

export const actions: Actions = {
	default: async (event) => {
		const person = allowed(event, 'administer');
		const form = await parseForm(event, moveStaffForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => moveStaff(event.locals.db, person, event.params.member, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `${addressOf({ kind: 'team', id: form.data.teamId })}?done=staff-moved`);
	}
};
