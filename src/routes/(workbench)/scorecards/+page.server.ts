import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { can } from '#lib/domain/access/can.ts';
import { filtersIn } from '#lib/domain/scorecards/filters.ts';
import { cardsSeen } from '#lib/domain/scorecards/listing.server.ts';
import { loadScorecard } from '#lib/domain/scorecards/loading.server.ts';
import { loadOfferedScorecards, scorecardsOffered } from '#lib/domain/scorecards/offering.server.ts';
import { readScorecard } from '#lib/domain/scorecards/reading.ts';
import { mustSeeScorecards } from '#lib/domain/scorecards/sight.ts';
import { allowed, signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { receiveDocument } from '#lib/server/receiving-documents.server.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	mustSeeScorecards(person);
	const { db } = event.locals;
	const query = event.url.searchParams;
	const filters = filtersIn(query);
	const canManage = can(person, 'manage scorecards');
	const offered = canManage ? scorecardsOffered(db) : { offers: [], problems: [] };
	return {
		filters,
		rows: cardsSeen(db, person, filters),
		canManage,
		offers: offered.offers.map(({ id, name }) => ({ id, name })),
		problems: offered.problems,
		said: ['loaded', 'deleted'].find((word) => query.has(word)) ?? null,
		crumbs: [{ href: '/', label: 'Home' }, { label: 'Scorecards' }]
	};
};

export const actions: Actions = {
	load: async (event) => {
		const person = allowed(event, 'manage scorecards');
		const form = await parseForm(event, v.object({}));
		if (!form.ok) return fail(400, { ...form, problems: [] });
		const outcome = once(event, form, () => loadOfferedScorecards(event.locals.db, person));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, '/scorecards?loaded');
	},
	upload: async (event) => {
		const person = allowed(event, 'manage scorecards');
		const received = await receiveDocument(event, readScorecard);
		if (!received.ok) return fail(400, { values: {}, errors: received.errors, problems: received.problems });
		const outcome = once(event, received, () => loadScorecard(event.locals.db, person, received.card, 'draft'));
		if (!outcome.ok) return refusal({ values: {} }, { ...outcome, field: 'file' });
		redirect(303, `/scorecards/${outcome.id}?loaded`);
	}
};
