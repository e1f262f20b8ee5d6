import { fail, redirect } from '@sveltejs/kit';
import { showMoment } from '#lib/domain/calendar/dates.ts';
import { feedbackCrumbs } from '#lib/domain/complaints/crumbs.ts';
import { pagesSeen } from '#lib/domain/complaints/pages-seen.ts';
import { ownImports } from '#lib/domain/complaints/sight.server.ts';
import { importsInto } from '#lib/exchange/finding-imports.server.ts';
import { answersFileForm, plainFileName } from '#lib/exchange/forms.ts';
import { standingOf } from '#lib/exchange/showing-import.ts';
import { startImport } from '#lib/exchange/starting.server.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import { checkImport } from '#lib/work/checking-imports.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const pages = pagesSeen(person);
	if (!pages.cases) notFound();
	const imports = importsInto(event.locals.db, ownImports(person));
	return {
		pages,
		imports: imports.map(({ id, fileName, person: by, at, ...one }) => ({
			id,
			fileName,
			by: by ?? 'Somebody',
			at: showMoment(at),
			standing: standingOf(one)
		})),
		crumbs: feedbackCrumbs({ label: 'Import' })
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		if (!pagesSeen(person).cases) notFound();
		const { db, today } = event.locals;
		const form = await parseForm(event, answersFileForm);
		if (!form.ok) return fail(400, form);
		const about = { kind: 'feedback', into: ownImports(person), name: plainFileName(form.data.file.name) };
		const bytes = new Uint8Array(await form.data.file.arrayBuffer());
		const outcome = once(event, form, () => startImport(db, person, about));
		if (!outcome.ok) return refusal(form, outcome);
		await checkImport(db, outcome.id, { ...about, bytes, today });
		redirect(303, `/feedback/imports/${outcome.id}`);
	}
};
