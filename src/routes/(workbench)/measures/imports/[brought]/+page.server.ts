import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { measuresCrumbs } from '#lib/domain/measures/crumbs.ts';
import { allMeasures } from '#lib/domain/measures/finding.server.ts';
import { mustEnterValues } from '#lib/domain/measures/whose-values.server.ts';
import { applyImport, discardImport } from '#lib/exchange/applying.server.ts';
import { importInto } from '#lib/exchange/finding-imports.server.ts';
import { buttonForm } from '#lib/exchange/forms.ts';
import { rememberValueColumns, valueColumns } from '#lib/exchange/measure-values/choosing-columns.server.ts';
import { percentMeanings, valueParts } from '#lib/exchange/measure-values/columns.ts';
import { valuesInto } from '#lib/exchange/measure-values/mapping.server.ts';
import { shownImport } from '#lib/exchange/showing-import.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import { progressOf } from '#lib/work/checking-imports.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	mustEnterValues(db, person);
	event.depends('import:check');
	const found = importInto(db, valuesInto(person), event.params.brought);
	return {
		shown: shownImport(found, progressOf(found.id), event.url.searchParams),
		columns: found.state === 'checked' ? valueColumns(db, found.id) : null,
		measures: allMeasures(db)
			.filter(({ retiredOn }) => !retiredOn)
			.map(({ key, name }) => ({ key, name })),
		crumbs: measuresCrumbs({ href: '/measures/imports', label: 'Bring in values' }, { label: found.fileName })
	};
};

const cell = v.optional(v.pipe(v.string(), v.maxLength(500, 'Choose a column')), '');
const columnsForm = v.object({
	...Object.fromEntries(valueParts.map((part) => [part, cell])),
	percentages: v.optional(v.union([v.literal(''), v.picklist(percentMeanings, 'Choose what the numbers mean')]), '')
});

export const actions: Actions = {
	columns: async (event) => {
		const person = signedIn(event);
		const { db, today } = event.locals;
		mustEnterValues(db, person);
		const found = importInto(db, valuesInto(person), event.params.brought);
		const form = await parseForm(event, columnsForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => rememberValueColumns(db, person, found.id, form.data, today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/measures/imports/${found.id}`);
	},
	apply: async (event) => {
		const person = signedIn(event);
		const { db, today } = event.locals;
		mustEnterValues(db, person);
		const found = importInto(db, valuesInto(person), event.params.brought);
		const form = await parseForm(event, buttonForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => applyImport(db, person, found.id, today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/measures/imports/${found.id}`);
	},
	discard: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		mustEnterValues(db, person);
		const found = importInto(db, valuesInto(person), event.params.brought);
		const form = await parseForm(event, buttonForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => discardImport(db, person, found.id));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, '/measures/imports');
	}
};
