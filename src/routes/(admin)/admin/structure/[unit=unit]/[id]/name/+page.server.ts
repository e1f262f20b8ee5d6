import { fail, redirect } from '@sveltejs/kit';
import { addressOf, structureCrumbs } from '#lib/domain/organisation/crumbs.ts';
import { renameForm } from '#lib/domain/organisation/forms.ts';
import { renameUnit } from '#lib/domain/organisation/renaming.server.ts';
import { pathTo, serviceById, unitById } from '#lib/domain/organisation/unit-finding.server.ts';
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
	const serviceKind = kind === 'service' ? serviceById(db, unit.id)?.kind : undefined;
	return { kind, unit, serviceKind, crumbs: structureCrumbs(pathTo(db, kind, unit.id), 'Change name') };
};

export const actions: Actions = {
	default: async (event) => {
		const person = allowed(event, 'administer');
		const kind = unitKindOf(event.params.unit) ?? notFound();
		const form = await parseForm(event, renameForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => renameUnit(event.locals.db, person, kind, event.params.id, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `${addressOf({ kind, id: event.params.id })}?done=renamed`);
	}
};
