import { fail, redirect } from '@sveltejs/kit';
import { journeyCrumbs } from '#lib/domain/journeys/crumbs.ts';
import { journeyToReview } from '#lib/domain/journeys/finding.server.ts';
import { applyImport, discardImport } from '#lib/exchange/applying.server.ts';
import { importInto } from '#lib/exchange/finding-imports.server.ts';
import { buttonForm } from '#lib/exchange/forms.ts';
import { shownImport } from '#lib/exchange/showing-import.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import { progressOf } from '#lib/work/checking-imports.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const journey = journeyToReview(db, person, event.params.journey);
	event.depends('import:check');
	const found = importInto(db, journey.id, event.params.import);
	const address = `/journeys/${journey.id}/demand/import`;
	return {
		shown: shownImport(found, progressOf(found.id), event.url.searchParams),
		kind: `Demand log, ${journey.name}`,
		address,
		crumbs: journeyCrumbs(
			journey,
			{ href: `/journeys/${journey.id}/demand`, label: 'Demand log' },
			{ href: address, label: 'Import' },
			{ label: found.fileName }
		)
	};
};

export const actions: Actions = {
	apply: async (event) => {
		const person = signedIn(event);
		const { db, today } = event.locals;
		const journey = journeyToReview(db, person, event.params.journey);
		const found = importInto(db, journey.id, event.params.import);
		const form = await parseForm(event, buttonForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => applyImport(db, person, found.id, today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/journeys/${journey.id}/demand/import/${found.id}`);
	},
	discard: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const journey = journeyToReview(db, person, event.params.journey);
		const found = importInto(db, journey.id, event.params.import);
		const form = await parseForm(event, buttonForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => discardImport(db, person, found.id));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/journeys/${journey.id}/demand/import`);
	}
};
