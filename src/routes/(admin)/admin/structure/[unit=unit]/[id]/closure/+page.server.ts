import { fail, redirect } from '@sveltejs/kit';
import { closeUnit, reopenUnit } from '#lib/domain/organisation/closing.server.ts';
import { addressOf, structureCrumbs } from '#lib/domain/organisation/crumbs.ts';
import { dependentsOf, holdersOf } from '#lib/domain/organisation/dependents.server.ts';
import { closureForm } from '#lib/domain/organisation/forms.ts';
import { pathTo, unitById } from '#lib/domain/organisation/unit-finding.server.ts';
import { unitKindOf } from '#lib/domain/organisation/unit.ts';
import { allowed, notFound } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	allowed(event, 'administer');
	const { db } = event.locals;
	const kind = unitKindOf(event.params.unit);
	const unit = kind && unitById(db, kind, event.params.id);
	if (!kind || !unit) notFound();
	return {
		kind,
		unit,
		dependents: unit.closedOn ? [] : dependentsOf(db, kind, unit.id),
		holders: unit.closedOn ? [] : holdersOf(db, kind, unit.id),
		crumbs: structureCrumbs(pathTo(db, kind, unit.id), unit.closedOn ? 'Reopen' : 'Close')
	};
};

export const actions: Actions = {
	close: async (event) => {
		const person = allowed(event, 'administer');
		const kind = unitKindOf(event.params.unit) ?? notFound();
		const form = await parseForm(event, closureForm);
		if (!form.ok) return fail(400, form);
		const { db, today } = event.locals;
		const outcome = once(event, form, () => closeUnit(db, person, kind, event.params.id, form.data.version, today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `${addressOf({ kind, id: event.params.id })}?done=closed`);
	},
	reopen: async (event) => {
		const person = allowed(event, 'administer');
		const kind = unitKindOf(event.params.unit) ?? notFound();
		const form = await parseForm(event, closureForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => reopenUnit(event.locals.db, person, kind, event.params.id, form.data.version));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `${addressOf({ kind, id: event.params.id })}?done=reopened`);
	}
};
