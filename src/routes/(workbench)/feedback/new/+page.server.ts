import { fail, redirect } from '@sveltejs/kit';
import { can } from '#lib/domain/access/can.ts';
import { servicesToTell, teamsToTell } from '#lib/domain/complaints/choosing.server.ts';
import { feedbackCrumbs } from '#lib/domain/complaints/crumbs.ts';
import { caseForm } from '#lib/domain/complaints/forms.ts';
import { noteCase } from '#lib/domain/complaints/noting.server.ts';
import { pagesSeen } from '#lib/domain/complaints/pages-seen.ts';
import { sameAs } from '#lib/domain/complaints/same-complaint.server.ts';
import { mayNote } from '#lib/domain/complaints/sight.server.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	if (!mayNote(person)) notFound();
	const { db, today } = event.locals;
	return {
		services: servicesToTell(db),
		teams: teamsToTell(db),
		start: {
			receivedOn: today,
			kind: '',
			channel: '',
			serviceId: '',
			teamId: '',
			words: '',
			customerName: '',
			customerContact: '',
			reference: '',
			stage: '',
			same: ''
		},
		pages: pagesSeen(person),
		noted: event.url.searchParams.get('noted'),
		crumbs: feedbackCrumbs({ label: 'Write down feedback' })
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		if (!mayNote(person)) notFound();
		const { db, today } = event.locals;
		const form = await parseForm(event, caseForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => noteCase(db, person, form.data, today));
		if (!outcome.ok) {
			const refused = refusal(form, outcome);
			const alike = ['same-complaint', 'reference-taken'].includes(outcome.code) ? sameAs(db, form.data) : [];
			return fail(refused.status, { ...refused.data, alike: alike.map(({ number, receivedOn, why }) => ({ number, receivedOn, why })) });
		}
		const sees = can(person, 'see case', { serviceId: form.data.serviceId });
		redirect(303, sees ? `/feedback/cases/${outcome.number}?done=noted` : `/feedback/new?noted=${outcome.number}`);
	}
};
