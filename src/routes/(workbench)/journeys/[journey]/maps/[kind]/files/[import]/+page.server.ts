import { fail, redirect } from '@sveltejs/kit';
import { mapAddress, mapCrumbs, mapNames } from '#lib/domain/maps/map-names.ts';
import { mapToChange } from '#lib/domain/maps/map-seen.server.ts';
import { applyImport, discardImport } from '#lib/exchange/applying.server.ts';
import { importInto } from '#lib/exchange/finding-imports.server.ts';
import { buttonForm } from '#lib/exchange/forms.ts';
import { shownImport } from '#lib/exchange/showing-import.ts';
import { notFound } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import { progressOf } from '#lib/work/checking-imports.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { journey, kind, mapId } = mapToChange(event);
	event.depends('import:check');
	const found = importInto(event.locals.db, mapId ?? notFound(), event.params.import);
	const address = `${mapAddress(journey.id, kind)}/files`;
	return {
		shown: shownImport(found, progressOf(found.id), event.url.searchParams),
		kind: `${mapNames[kind]}, ${journey.name}`,
		address,
		crumbs: mapCrumbs(journey, kind, { href: address, label: 'Files' }, { label: found.fileName })
	};
};

export const actions: Actions = {
	apply: async (event) => {
		const { person, journey, kind, mapId } = mapToChange(event);
		const { db, today } = event.locals;
		const found = importInto(db, mapId ?? notFound(), event.params.import);
		const form = await parseForm(event, buttonForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => applyImport(db, person, found.id, today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `${mapAddress(journey.id, kind)}/files/${found.id}`);
	},
	discard: async (event) => {
		const { person, journey, kind, mapId } = mapToChange(event);
		const { db } = event.locals;
		const found = importInto(db, mapId ?? notFound(), event.params.import);
		const form = await parseForm(event, buttonForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => discardImport(db, person, found.id));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `${mapAddress(journey.id, kind)}/files`);
	}
};
