import { fail, redirect } from '@sveltejs/kit';
import { showMoment } from '#lib/domain/calendar/dates.ts';
import { waveCrumbs } from '#lib/domain/mystery-shopping/crumbs.ts';
import { waveToRun } from '#lib/domain/mystery-shopping/finding.server.ts';
import { importsInto } from '#lib/exchange/finding-imports.server.ts';
import { answersFileForm, plainFileName } from '#lib/exchange/forms.ts';
import { standingOf } from '#lib/exchange/showing-import.ts';
import { startImport } from '#lib/exchange/starting.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import { checkImport } from '#lib/work/checking-imports.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const found = waveToRun(db, person, event.params.wave);
	const { wave } = found;
	return {
		wave: { id: wave.id, name: wave.name, state: wave.state },
		imports: importsInto(db, wave.id)
			.filter(({ kind }) => kind === 'agency visits')
			.map(({ id, fileName, person: by, at, ...one }) => ({
				id,
				fileName,
				by: by ?? 'Somebody',
				at: showMoment(at),
				standing: standingOf(one)
			})),
		crumbs: waveCrumbs(found, { label: 'Agency visits' })
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db, today } = event.locals;
		const { wave } = waveToRun(db, person, event.params.wave);
		const form = await parseForm(event, answersFileForm);
		if (!form.ok) return fail(400, form);
		const about = { kind: 'agency visits', into: wave.id, name: plainFileName(form.data.file.name) };
		const bytes = new Uint8Array(await form.data.file.arrayBuffer());
		const outcome = once(event, form, () => startImport(db, person, about));
		if (!outcome.ok) return refusal(form, outcome);
		await checkImport(db, outcome.id, { ...about, bytes, today });
		redirect(303, `/mystery-shopping/waves/${wave.id}/files/${outcome.id}`);
	}
};
