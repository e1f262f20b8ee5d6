import { fail, redirect } from '@sveltejs/kit';
import { showMoment } from '#lib/domain/calendar/dates.ts';
import { threadCrumbs } from '#lib/domain/golden-thread/crumbs.ts';
import { importsInto } from '#lib/exchange/finding-imports.server.ts';
import { answersFileForm, plainFileName } from '#lib/exchange/forms.ts';
import { intoThread } from '#lib/exchange/kinds/thread.server.ts';
import { standingOf } from '#lib/exchange/showing-import.ts';
import { startImport } from '#lib/exchange/starting.server.ts';
import { allowed, mustBeAble } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import { checkImport } from '#lib/work/checking-imports.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = allowed(event, 'see thread');
	mustBeAble(person, 'keep thread', {});
	return {
		imports: importsInto(event.locals.db, intoThread).map(({ id, fileName, person: by, at, ...one }) => ({
			id,
			fileName,
			by: by ?? 'Somebody',
			at: showMoment(at),
			standing: standingOf(one)
		})),
		crumbs: threadCrumbs('Bring strands in')
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = allowed(event, 'see thread');
		mustBeAble(person, 'keep thread', {});
		const { db, today } = event.locals;
		const form = await parseForm(event, answersFileForm);
		if (!form.ok) return fail(400, form);
		const name = plainFileName(form.data.file.name);
		const about = { kind: /\.ya?ml$/i.test(name) ? 'thread-yaml' : 'thread', into: intoThread, name };
		const bytes = new Uint8Array(await form.data.file.arrayBuffer());
		const outcome = once(event, form, () => startImport(db, person, about));
		if (!outcome.ok) return refusal(form, outcome);
		await checkImport(db, outcome.id, { ...about, bytes, today });
		redirect(303, `/thread/imports/${outcome.id}`);
	}
};
