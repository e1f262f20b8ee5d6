import { fail, redirect } from '@sveltejs/kit';
import { addressOf, structureCrumbs } from '#lib/domain/organisation/crumbs.ts';
import { closureForm } from '#lib/domain/organisation/forms.ts';
import { setLeft } from '#lib/domain/organisation/staff-changing.server.ts';
import { staffIn } from '#lib/domain/organisation/staff-finding.server.ts';
import { pathTo } from '#lib/domain/organisation/unit-finding.server.ts';
import { allowed, notFound } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	allowed(event, 'administer');
	const { db } = event.locals;
	const member = staffIn(db, event.params.team, event.params.member);
	if (!member) notFound();
	return { member, crumbs: structureCrumbs(pathTo(db, 'team', member.teamId), `Leaving of ${member.name}`) };
};

export const actions: Actions = {
	left: async (event) => {
		const person = allowed(event, 'administer');
		const form = await parseForm(event, closureForm);
		if (!form.ok) return fail(400, form);
		const { db, today } = event.locals;
		const outcome = once(event, form, () => setLeft(db, person, event.params.member, form.data.version, today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `${addressOf({ kind: 'team', id: event.params.team })}?done=staff-left`);
	},
	back: async (event) => {
		const person = allowed(event, 'administer');
		const form = await parseForm(event, closureForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => setLeft(event.locals.db, person, event.params.member, form.data.version, null));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `${addressOf({ kind: 'team', id: event.params.team })}/staff/${event.params.member}?done=back`);
	}
};
