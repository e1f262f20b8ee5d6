import { fail, redirect } from '@sveltejs/kit';
import { startForm } from '#lib/domain/one-to-ones/forms.ts';
import { startOneToOne } from '#lib/domain/one-to-ones/starting.server.ts';
import { dueFiltersIn, oneToOnesDue } from '#lib/domain/one-to-ones/due-listing.server.ts';
import { staffSeen } from '#lib/domain/paf-sheets/staff-seen.server.ts';
import { monthsLater, showMonth } from '#lib/domain/paf/month.ts';
import { mustHave } from '#lib/domain/paf/running.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

/** So many months back a one-to-one can be about. */
const monthsBack = 12;

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	mustHave(person, 'talks');
	const query = event.url.searchParams;
	const { rows } = oneToOnesDue(db, person, dueFiltersIn(new URLSearchParams()), today);
	const now = today.slice(0, 7);
	return {
		staff: rows.map(({ staffId, name, team }) => ({ value: staffId, label: `${name}, ${team}` })),
		months: Array.from({ length: monthsBack }, (_, back) => monthsLater(now, -back)).map((value) => ({ value, label: showMonth(value) })),
		start: { staff: query.get('staff') ?? '', month: query.get('month') ?? monthsLater(now, -1), heldOn: today },
		crumbs: [{ href: '/', label: 'Home' }, { href: '/paf/one-to-ones', label: 'One-to-ones' }, { label: 'Start one' }]
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db, today } = event.locals;
		mustHave(person, 'talks');
		const form = await parseForm(event, startForm);
		if (!form.ok) return fail(400, form);
		const member = staffSeen(db, person, form.data.staff);
		const outcome = once(event, form, () => startOneToOne(db, person, member, form.data, today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/paf/one-to-ones/${outcome.id}?done=started`);
	}
};
