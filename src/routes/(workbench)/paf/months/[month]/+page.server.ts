import { fail, redirect } from '@sveltejs/kit';
import { chooseInteraction } from '#lib/domain/paf/choosing.server.ts';
import { monthsCrumb, pafCrumbs } from '#lib/domain/paf/crumbs.ts';
import { chooseForm, drawForm, quotasForm, quotasIn, versionForm } from '#lib/domain/paf/forms.ts';
import { monthTable } from '#lib/domain/paf/month-page.server.ts';
import { showMonth } from '#lib/domain/paf/month.ts';
import { closeMonth, monthRun, quotasOf, reopenMonth, setQuotas } from '#lib/domain/paf/months.server.ts';
import { quotaValues } from '#lib/domain/paf/quota-field.ts';
import { drawSamples } from '#lib/domain/paf/sampling.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const month = monthRun(db, person, event.params.month);
	const name = showMonth(month.month);
	return {
		month: { ...month, name },
		rows: monthTable(db, month),
		start: { seed: `${month.month.replace('-', '')}01`, reference: '', why: '', ...quotaValues(quotasOf(db, month.id)) },
		crumbs: pafCrumbs(monthsCrumb, { label: `${name}, ${month.service}` })
	};
};

const fewest = (list: readonly { name: string; channel: string; wanted: number; there: number }[]) =>
	list.map(({ name, channel, there, wanted }) => `${name}, ${channel}: ${there} of ${wanted}`).join('; ');

export const actions: Actions = {
	quotas: async (event) => {
		const person = signedIn(event);
		const { id } = monthRun(event.locals.db, person, event.params.month);
		const form = await parseForm(event, quotasForm);
		if (!form.ok) return fail(400, form);
		const wanted = { id, quotas: quotasIn(form.data), version: form.data.version };
		const outcome = once(event, form, () => setQuotas(event.locals.db, person, wanted));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/paf/months/${id}?done=quotas`);
	},
	draw: async (event) => {
		const person = signedIn(event);
		const month = monthRun(event.locals.db, person, event.params.month);
		const form = await parseForm(event, drawForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => drawSamples(event.locals.db, person, month, form.data.seed));
		if (!outcome.ok) return refusal(form, outcome);
		return { drawn: outcome.drawn, short: fewest(outcome.short) };
	},
	choose: async (event) => {
		const person = signedIn(event);
		const { id } = monthRun(event.locals.db, person, event.params.month);
		const form = await parseForm(event, chooseForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => chooseInteraction(event.locals.db, person, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/paf/months/${id}?done=chosen`);
	},
	close: async (event) => {
		const person = signedIn(event);
		const { id } = monthRun(event.locals.db, person, event.params.month);
		const form = await parseForm(event, versionForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => closeMonth(event.locals.db, person, { id, ...form.data }));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/paf/months/${id}?done=closed`);
	},
	reopen: async (event) => {
		const person = signedIn(event);
		const { id } = monthRun(event.locals.db, person, event.params.month);
		const form = await parseForm(event, versionForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => reopenMonth(event.locals.db, person, { id, ...form.data }));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/paf/months/${id}?done=reopened`);
	}
};
