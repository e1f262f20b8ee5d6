import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { showMoment } from '#lib/domain/calendar/dates.ts';
import { pafCrumbs } from '#lib/domain/paf/crumbs.ts';
import { mustHave } from '#lib/domain/paf/running.server.ts';
import { importsInto } from '#lib/exchange/finding-imports.server.ts';
import { plainFileName } from '#lib/exchange/forms.ts';
import { described, parts as columnParts } from '#lib/exchange/interactions/columns.ts';
import { headsOf } from '#lib/exchange/interactions/reading-list.server.ts';
import { interactionsInto, startList } from '#lib/exchange/interactions/starting-list.server.ts';
import { standingOf } from '#lib/exchange/showing-import.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseUploadForm } from '#lib/server/upload-form.ts';
import { checkInteractions } from '#lib/work/importing-interactions.server.ts';
import { inWorker } from '#lib/work/in-worker.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const parts = mustHave(person, 'runs');
	return {
		parts,
		columns: columnParts.map((part) => described[part]),
		imports: importsInto(event.locals.db, interactionsInto)
			.filter(({ personId }) => personId === person.id)
			.map(({ id, fileName, person: by, at, ...one }) => ({ id, fileName, by: by ?? '', at: showMoment(at), standing: standingOf(one) })),
		crumbs: pafCrumbs({ label: 'Bring in interactions' })
	};
};

const nothing = v.object({});
export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		mustHave(person, 'runs');
		const { db } = event.locals;
		const form = await parseUploadForm(event, nothing, 'file', (name, source) =>
			startList(db, person, plainFileName(name), source, (file) => inWorker(db, 'make a list of a workbook', file))
		);
		if (!form.ok) return fail(400, form);
		const outcome = form.file ?? { ok: false as const, text: 'Choose an XLSX or CSV file' };
		if (!outcome.ok) return fail(400, { values: {}, errors: [{ field: 'file', text: outcome.text }] });
		if (isKnown(db, outcome.id)) await checkInteractions(db, person, outcome.id);
		redirect(303, `/paf/imports/${outcome.id}`);
	}
};

/** Whether all columns are understood; a file that cannot be read at all says so in its check. */
function isKnown(db: App.Locals['db'], id: string): boolean {
	try {
		return headsOf(db, id)?.known ?? true;
	} catch {
		return true;
	}
}
