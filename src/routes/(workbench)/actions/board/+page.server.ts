import { fail, redirect } from '@sveltejs/kit';
import { boardOf } from '#lib/domain/actions/board.server.ts';
import { filtersIn, queryOf } from '#lib/domain/actions/filters.ts';
import { actionSeen } from '#lib/domain/actions/finding.server.ts';
import { moveForm } from '#lib/domain/actions/forms.ts';
import { choicesOf, countsByStatus } from '#lib/domain/actions/listing.server.ts';
import { moveAction } from '#lib/domain/actions/moving.server.ts';
import { mustBeAble, signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

/** A board is narrowed by service, owner, priority and source; its columns are the statuses. */
const boardFilters = (query: URLSearchParams) => ({ ...filtersIn(query), status: 'open' as const, due: '' as const });

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const filters = boardFilters(event.url.searchParams);
	return {
		filters,
		columns: boardOf(db, person, filters, today),
		counts: countsByStatus(db, person, filters, today),
		choices: choicesOf(db, person),
		moved: event.url.searchParams.get('moved'),
		crumbs: [{ href: '/', label: 'Home' }, { href: '/actions', label: 'Actions' }, { label: 'Board' }]
	};
};

export const actions: Actions = {
	move: async (event) => {
		const person = signedIn(event);
		const { db, today } = event.locals;
		const form = await parseForm(event, moveForm);
		if (!form.ok) return fail(400, form);
		const { status, version } = form.data;
		const action = actionSeen(db, person, String(form.data.action));
		mustBeAble(person, 'progress action', action.thing);
		// these two need more than a choice: the day and the evidence, or the reason
		if (status === 'done' || status === 'dropped') redirect(303, `/actions/${action.number}/status?to=${status}`);
		const outcome = once(event, form, () => moveAction(db, person, action, { status, version }, today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/actions/board${queryOf(boardFilters(event.url.searchParams), { moved: String(action.number) })}`);
	}
};
