import { fail, redirect } from '@sveltejs/kit';
import { staffCrumbs } from '#lib/domain/paf-sheets/crumbs.ts';
import { sheetForm } from '#lib/domain/paf-sheets/forms.ts';
import { sheetsOf, usualStatistics } from '#lib/domain/paf-sheets/sheet-reading.server.ts';
import { saveSheet } from '#lib/domain/paf-sheets/sheet-saving.server.ts';
import { mayLead, staffSeen } from '#lib/domain/paf-sheets/staff-seen.server.ts';
import { sheetFields } from '#lib/domain/paf-sheets/sheet-fields.ts';
import { isMonth, showMonth } from '#lib/domain/paf/month.ts';
import { forbidden, notFound, signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const member = staffSeen(db, person, event.params.staff);
	const month = event.params.sheet;
	if (!isMonth(month)) notFound();
	if (!mayLead(person, member)) forbidden();
	const typed = sheetsOf(db, member.id, [month])[0]?.typed ?? null;
	const address = `/paf/staff/${member.id}/months/${month}`;
	return {
		name: member.name,
		monthShown: showMonth(month),
		address,
		version: typed?.version ?? 0,
		start: sheetFields(typed, usualStatistics(db, member.teamId)),
		crumbs: staffCrumbs(member, person.id, { href: address, label: showMonth(month) }, { label: 'Write' })
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db, today } = event.locals;
		const member = staffSeen(db, person, event.params.staff);
		const month = event.params.sheet;
		if (!isMonth(month)) notFound();
		if (!mayLead(person, member)) forbidden();
		const form = await parseForm(event, sheetForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => saveSheet(db, person, member, month, form.data, today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/paf/staff/${member.id}/months/${month}?done=saved`);
	}
};
