import { fail, redirect } from '@sveltejs/kit';
import { can } from '#lib/domain/access/can.ts';
import { crumbsTo } from '#lib/domain/assessments/crumbs.ts';
import { criterionSeen } from '#lib/domain/assessments/finding.server.ts';
import { endingSchema, handoverSchema } from '#lib/domain/assessments/forms.ts';
import { colleaguesNamed, endHandover, handedOverIn, handOver } from '#lib/domain/assessments/handing-over.server.ts';
import { isAnswerable } from '#lib/domain/assessments/status.ts';
import { showMoment } from '#lib/domain/calendar/dates.ts';
import { mustBeAble, notFound, signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const { assessment, criterion, whole, thing } = criterionSeen(db, person, event.params.assessment, event.params.criterion);
	const mayHandOver = isAnswerable(assessment) && can(person, 'hand over', thing);
	const handed = handedOverIn(db, assessment.id).filter((one) => one.criterion === criterion.number);
	const mine = handed.find(({ personId }) => personId === person.id);
	if (!mayHandOver && !mine) notFound();
	const address = `/assessments/${assessment.id}/criteria/${criterion.number}`;
	const name = event.url.searchParams.get('name') ?? '';
	return {
		criterion: { number: criterion.number, title: criterion.title },
		address,
		mayHandOver,
		mine: mine ? { note: mine.note } : null,
		handed: mayHandOver ? handed.map((one) => ({ ...one, handedAt: showMoment(one.handedAt) })) : [],
		name,
		colleagues: mayHandOver ? colleaguesNamed(db, person, name) : [],
		crumbs: crumbsTo(assessment, [{ href: address, label: criterion.number }, { label: 'Hand over' }], whole)
	};
};

export const actions: Actions = {
	give: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const { assessment, criterion, thing } = criterionSeen(db, person, event.params.assessment, event.params.criterion);
		mustBeAble(person, 'hand over', thing);
		const form = await parseForm(event, handoverSchema);
		if (!form.ok) return fail(400, form);
		const asked = { assessmentId: assessment.id, criterion: criterion.number, ...form.data };
		const outcome = once(event, form, () => handOver(db, person, asked));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, event.url.pathname);
	},
	end: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const { assessment, criterion, thing } = criterionSeen(db, person, event.params.assessment, event.params.criterion);
		const isMine = thing.handedTo?.includes(person.id) ?? false;
		if (!isMine) mustBeAble(person, 'hand over', thing);
		const form = await parseForm(event, endingSchema);
		if (!form.ok) return fail(400, form);
		const { personId } = form.data;
		if (personId !== person.id) mustBeAble(person, 'hand over', thing);
		const outcome = once(event, form, () =>
			endHandover(db, person, { assessmentId: assessment.id, criterion: criterion.number, personId })
		);
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, personId === person.id ? '/assessments' : event.url.pathname);
	}
};
