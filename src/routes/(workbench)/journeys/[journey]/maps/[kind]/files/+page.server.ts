import { error, fail, redirect } from '@sveltejs/kit';
import { can } from '#lib/domain/access/can.ts';
import { showMoment } from '#lib/domain/calendar/dates.ts';
import { thingOf } from '#lib/domain/journeys/finding.server.ts';
import { mapAddress, mapCrumbs } from '#lib/domain/maps/map-names.ts';
import { mapSeen, mapToChange } from '#lib/domain/maps/map-seen.server.ts';
import { stepsOf } from '#lib/domain/maps/map.ts';
import { mapOf } from '#lib/domain/maps/reading.server.ts';
import { importsInto } from '#lib/exchange/finding-imports.server.ts';
import { plainFileName } from '#lib/exchange/forms.ts';
import { mapFileForm, mapFileKind, pastedName } from '#lib/exchange/maps/map-file.ts';
import { schemaAddress } from '#lib/exchange/maps/map-json.ts';
import { lossesOf, mermaidOf } from '#lib/exchange/maps/mermaid.ts';
import { wrongInText } from '#lib/exchange/maps/reading-mermaid.ts';
import { standingOf } from '#lib/exchange/showing-import.ts';
import { startImport } from '#lib/exchange/starting.server.ts';
import { notFound } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import { checkImport } from '#lib/work/checking-imports.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { person, journey, kind } = mapSeen(event);
	const { db } = event.locals;
	const map = mapOf(db, journey.id, kind) ?? notFound();
	const mayReview = can(person, 'review journey', thingOf(journey));
	return {
		journey: { id: journey.id, name: journey.name, number: journey.number, state: journey.state },
		kind,
		steps: stepsOf(map).length,
		mermaid: mermaidOf(map, journey.words),
		losses: lossesOf(map),
		schema: schemaAddress,
		mayChange: mayReview && journey.state === 'open',
		imports: mayReview
			? importsInto(db, map.id).map(({ id, fileName, person: by, at, ...one }) => ({
					id,
					fileName,
					by: by ?? 'Somebody',
					at: showMoment(at),
					standing: standingOf(one)
				}))
			: [],
		crumbs: mapCrumbs(journey, kind, { label: 'Files' })
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { person, journey, kind, mapId } = mapToChange(event);
		const into = mapId ?? notFound();
		const form = await parseForm(event, mapFileForm);
		if (!form.ok) return fail(400, form);
		const { db, today } = event.locals;
		const { file } = form.data;
		if (!file) error(400, 'Choose a file');
		// what was typed stays in its field, to be put right there
		const wrong = file.name === pastedName ? wrongInText(form.data.text) : null;
		if (wrong) return fail(400, { values: form.values, errors: [{ field: 'text', text: wrong }] });
		const bytes = new Uint8Array(await file.arrayBuffer());
		const about = { kind: mapFileKind(file.name, bytes), into, name: plainFileName(file.name) };
		const outcome = once(event, form, () => startImport(db, person, about));
		if (!outcome.ok) return refusal(form, outcome);
		await checkImport(db, outcome.id, { ...about, bytes, today });
		redirect(303, `${mapAddress(journey.id, kind)}/files/${outcome.id}`);
	}
};
