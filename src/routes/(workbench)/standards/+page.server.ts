import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { can } from '#lib/domain/access/can.ts';
import { channels } from '#lib/domain/journeys/channels.ts';
import { standardsListed } from '#lib/domain/standards/listing.server.ts';
import { loadStandards, standardsOffered } from '#lib/domain/standards/loading.server.ts';
import { tiedOfEach } from '#lib/domain/golden-thread/tied-view.server.ts';
import { mustSeeScorecards } from '#lib/domain/scorecards/sight.ts';
import { allowed, signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	mustSeeScorecards(person);
	const { db } = event.locals;
	const query = event.url.searchParams;
	const channel = channels.find((one) => one === query.get('channel')) ?? '';
	const rows = standardsListed(db, channel);
	const canManage = can(person, 'manage scorecards');
	const offered = canManage ? standardsOffered(db) : { offers: [], problem: null };
	return {
		channel,
		rows,
		tied: tiedOfEach(
			db,
			person,
			'standard',
			rows.map(({ id }) => id),
			event.locals.today
		),
		canManage,
		offers: offered.offers.length,
		problem: offered.problem,
		said: ['loaded', 'added', 'changed'].find((word) => query.has(word)) ?? null,
		crumbs: [{ href: '/', label: 'Home' }, { href: '/scorecards', label: 'Scorecards' }, { label: 'Contact standards' }]
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = allowed(event, 'manage scorecards');
		const form = await parseForm(event, v.object({}));
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => loadStandards(event.locals.db, person));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, '/standards?loaded');
	}
};
