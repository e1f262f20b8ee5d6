import { fail, redirect } from '@sveltejs/kit';
import { threadCrumbs } from '#lib/domain/golden-thread/crumbs.ts';
import { tieStrandForm, untieStrandForm } from '#lib/domain/golden-thread/tie-forms.ts';
import { tiesForThing } from '#lib/domain/golden-thread/ties-page.server.ts';
import { thingSeen } from '#lib/domain/golden-thread/things/seeing.server.ts';
import { tie, untie } from '#lib/domain/golden-thread/tying.server.ts';
import { tiesAddress } from '#lib/domain/golden-thread/tied-view.server.ts';
import { allowed } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

const kindOf = (url: URL) => url.searchParams.get('kind');
const thingIn = (url: URL) => url.searchParams.get('thing');

export const load: PageServerLoad = (event) => {
	const person = allowed(event, 'see thread');
	const { db, today } = event.locals;
	const thing = thingSeen(db, person, kindOf(event.url), thingIn(event.url), today);
	return {
		thing,
		...tiesForThing(db, person, thing),
		done: event.url.searchParams.get('done'),
		crumbs: threadCrumbs('What it is tied to')
	};
};

export const actions: Actions = {
	tie: async (event) => {
		const person = allowed(event, 'see thread');
		const { db, today } = event.locals;
		const thing = thingSeen(db, person, kindOf(event.url), thingIn(event.url), today);
		const form = await parseForm(event, tieStrandForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => tie(db, person, [thing], form.data.strand));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `${tiesAddress(thing.kind, thing.thing)}&done=tied`);
	},
	untie: async (event) => {
		const person = allowed(event, 'see thread');
		const { db, today } = event.locals;
		const thing = thingSeen(db, person, kindOf(event.url), thingIn(event.url), today);
		const form = await parseForm(event, untieStrandForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => untie(db, person, thing, form.data.strand));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `${tiesAddress(thing.kind, thing.thing)}&done=untied`);
	}
};
