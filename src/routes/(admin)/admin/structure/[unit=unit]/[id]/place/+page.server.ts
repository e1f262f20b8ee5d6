import { fail, redirect } from '@sveltejs/kit';
import { addressOf, structureCrumbs } from '#lib/domain/organisation/crumbs.ts';
import { moveForm } from '#lib/domain/organisation/forms.ts';
import { moveUnit } from '#lib/domain/organisation/moving.server.ts';
import { openUnits, parentUnit, pathTo, unitById } from '#lib/domain/organisation/unit-finding.server.ts';
import { movableKindOf, parentOf } from '#lib/domain/organisation/unit.ts';
import { allowed, notFound } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	allowed(event, 'administer');
	const { db } = event.locals;
	const kind = movableKindOf(event.params.unit);
	const unit = kind && unitById(db, kind, event.params.id);
	if (!kind || !unit) notFound();
	return {
		kind,
		unit,
		parentKind: parentOf[kind],
		parentId: parentUnit(db, kind, unit.id)?.id ?? '',
		places: openUnits(db, parentOf[kind]),
		crumbs: structureCrumbs(pathTo(db, kind, unit.id), 'Move')
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = allowed(event, 'administer');
		const kind = movableKindOf(event.params.unit) ?? notFound();
		const form = await parseForm(event, moveForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => moveUnit(event.locals.db, person, kind, event.params.id, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `${addressOf({ kind, id: event.params.id })}?done=moved`);
	}
};
