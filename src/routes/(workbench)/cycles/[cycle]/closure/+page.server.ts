import { fail, redirect } from '@sveltejs/kit';
import { dayOf, showDay } from '#lib/domain/calendar/dates.ts';
import { closeCycle, notAgreedIn, openCycle } from '#lib/domain/cycles/closing.server.ts';
import { cycleCrumbs } from '#lib/domain/cycles/crumbs.ts';
import { cycleSeen } from '#lib/domain/cycles/finding.server.ts';
import { closureForm, openingForm } from '#lib/domain/cycles/forms.ts';
import { allowed } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	allowed(event, 'run cycles');
	const { db } = event.locals;
	const { id, name, closedAt, closedReason, version } = cycleSeen(db, event.params.cycle);
	return {
		cycle: { id, name, closedAt, version },
		closed: closedAt === null ? null : { on: showDay(dayOf(closedAt)), reason: closedReason },
		left: notAgreedIn(db, id),
		crumbs: cycleCrumbs({ id, name }, closedAt === null ? 'Close' : 'Open again')
	};
};

export const actions: Actions = {
	close: async (event) => {
		const person = allowed(event, 'run cycles');
		const { db } = event.locals;
		const { id: cycleId } = cycleSeen(db, event.params.cycle);
		const form = await parseForm(event, closureForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => closeCycle(db, person, { cycleId, ...form.data }));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/cycles/${cycleId}?done=closed`);
	},
	open: async (event) => {
		const person = allowed(event, 'run cycles');
		const { db } = event.locals;
		const { id: cycleId } = cycleSeen(db, event.params.cycle);
		const form = await parseForm(event, openingForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => openCycle(db, person, { cycleId, ...form.data }));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/cycles/${cycleId}?done=opened`);
	}
};
