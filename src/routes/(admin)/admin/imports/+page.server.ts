import { fail, redirect } from '@sveltejs/kit';
import { showMoment } from '#lib/domain/calendar/dates.ts';
import { importsInto } from '#lib/exchange/finding-imports.server.ts';
import { importForm, plainFileName } from '#lib/exchange/forms.ts';
import { councilImports, importKindOf } from '#lib/exchange/import-kinds.server.ts';
import { standingOf } from '#lib/exchange/showing-import.ts';
import { startImport } from '#lib/exchange/starting.server.ts';
import { allowed } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import { checkImport } from '#lib/work/checking-imports.server.ts';
import type { Actions, PageServerLoad } from './$types';

const onPage = 20;
const form = importForm(councilImports.map(({ kind }) => kind));

export const load: PageServerLoad = (event) => {
	allowed(event, 'administer');
	const [at = '', id = ''] = event.url.searchParams.get('before')?.split('.') ?? [];
	const before = /^\d{1,15}$/.test(at) ? { at: Number(at), id } : null;
	const found = importsInto(event.locals.db, '', before, onPage + 1);
	const shown = found.slice(0, onPage);
	const last = shown.at(-1);
	return {
		kinds: councilImports.map(({ kind, name, about }) => ({ kind, name, about })),
		imports: shown.map(({ id, kind, fileName, person, at, ...one }) => ({
			id,
			fileName,
			kind: importKindOf(kind).name,
			by: person ?? 'Somebody',
			at: showMoment(at),
			standing: standingOf(one)
		})),
		next: found.length > onPage && last ? `?before=${last.at}.${last.id}` : null,
		first: before ? '/admin/imports' : null,
		crumbs: [{ href: '/', label: 'Home' }, { href: '/admin', label: 'Administration' }, { label: 'Imports' }]
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = allowed(event, 'administer');
		const sent = await parseForm(event, form);
		if (!sent.ok) return fail(400, sent);
		const { db, today } = event.locals;
		const about = { kind: sent.data.kind, into: '', name: plainFileName(sent.data.file.name) };
		const bytes = new Uint8Array(await sent.data.file.arrayBuffer());
		const outcome = once(event, sent, () => startImport(db, person, about));
		if (!outcome.ok) return refusal(sent, outcome);
		await checkImport(db, outcome.id, { ...about, bytes, today });
		redirect(303, `/admin/imports/${outcome.id}`);
	}
};
