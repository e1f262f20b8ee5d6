import { fail, redirect } from '@sveltejs/kit';
import { staffCrumbs } from '#lib/domain/paf-sheets/crumbs.ts';
import { mayLead, staffSeen } from '#lib/domain/paf-sheets/staff-seen.server.ts';
import { takenForm } from '#lib/domain/training/forms.ts';
import { coursesNow, recordsHeld, trainingDueOf } from '#lib/domain/training/listing.server.ts';
import { recordTraining } from '#lib/domain/training/recording.server.ts';
import { forbidden, signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const member = staffSeen(db, person, event.params.staff);
	return {
		member: { id: member.id, name: member.name },
		own: member.aboutId === person.id,
		leads: mayLead(person, member),
		due: trainingDueOf(db, member.id, today),
		records: recordsHeld(db, member.id),
		courses: coursesNow(db).map(({ id, name }) => ({ value: id, label: name })),
		today,
		crumbs: staffCrumbs(member, person.id, { label: 'Training' })
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db, today } = event.locals;
		const member = staffSeen(db, person, event.params.staff);
		if (!mayLead(person, member)) forbidden();
		const form = await parseForm(event, takenForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => recordTraining(db, person, member, form.data, today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/paf/training/staff/${member.id}?done=recorded`);
	}
};
