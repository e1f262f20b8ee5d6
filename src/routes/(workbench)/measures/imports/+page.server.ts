import { fail, redirect } from '@sveltejs/kit';
import { showMoment } from '#lib/domain/calendar/dates.ts';
import { measuresCrumbs } from '#lib/domain/measures/crumbs.ts';
import { mustEnterValues } from '#lib/domain/measures/whose-values.server.ts';
import { importsInto } from '#lib/exchange/finding-imports.server.ts';
import { answersFileForm, plainFileName } from '#lib/exchange/forms.ts';
import { describedValues, valueParts } from '#lib/exchange/measure-values/columns.ts';
import { valuesInto, valuesKind } from '#lib/exchange/measure-values/mapping.server.ts';
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
	mustEnterValues(db, person);
	return {
		columns: valueParts.map((part) => describedValues[part]),
		imports: importsInto(db, valuesInto(person)).map(({ id, fileName, person: by, at, ...one }) => ({
			id,
			fileName,
			by: by ?? 'Somebody',
			at: showMoment(at),
			standing: standingOf(one)
		})),
		crumbs: measuresCrumbs({ label: 'Bring in values' })
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db, today } = event.locals;
		mustEnterValues(db, person);
		const form = await parseForm(event, answersFileForm);
		if (!form.ok) return fail(400, form);
		const about = { kind: valuesKind, into: valuesInto(person), name: plainFileName(form.data.file.name) };
		const bytes = new Uint8Array(await form.data.file.arrayBuffer());
		const outcome = once(event, form, () => startImport(db, person, about));
		if (!outcome.ok) return refusal(form, outcome);
		await checkImport(db, outcome.id, { ...about, bytes, today });
		redirect(303, `/measures/imports/${outcome.id}`);
	}
};
