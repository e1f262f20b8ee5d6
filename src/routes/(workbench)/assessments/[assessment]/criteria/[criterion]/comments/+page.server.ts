import { fail, redirect } from '@sveltejs/kit';
import { comment, commentsOn, resolveComment } from '#lib/domain/assessments/commenting.server.ts';
import { crumbsTo } from '#lib/domain/assessments/crumbs.ts';
import { criterionSeen } from '#lib/domain/assessments/finding.server.ts';
import { remarkSchema, resolvingSchema } from '#lib/domain/assessments/forms.ts';
import { showMoment } from '#lib/domain/calendar/dates.ts';
import { mustBeAble, signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const { assessment, criterion, whole, thing } = criterionSeen(db, person, event.params.assessment, event.params.criterion);
	mustBeAble(person, 'comment on answers', thing);
	const { number, title } = criterion;
	const address = `/assessments/${assessment.id}/criteria/${number}`;
	return {
		criterion: { number, title },
		address,
		comments: commentsOn(db, { assessmentId: assessment.id, criterion: number }).map((one) => ({
			...one,
			at: showMoment(one.at),
			resolvedAt: one.resolvedAt === null ? null : showMoment(one.resolvedAt)
		})),
		crumbs: crumbsTo(assessment, [{ href: address, label: number }, { label: 'Comments' }], whole)
	};
};

export const actions: Actions = {
	say: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const { assessment, criterion, thing } = criterionSeen(db, person, event.params.assessment, event.params.criterion);
		mustBeAble(person, 'comment on answers', thing);
		const form = await parseForm(event, remarkSchema);
		if (!form.ok) return fail(400, form);
		const place = { assessmentId: assessment.id, criterion: criterion.number };
		const outcome = once(event, form, () => comment(db, person, place, form.data.text));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, event.url.pathname);
	},
	resolve: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const { assessment, criterion, thing } = criterionSeen(db, person, event.params.assessment, event.params.criterion);
		mustBeAble(person, 'comment on answers', thing);
		const form = await parseForm(event, resolvingSchema);
		if (!form.ok) return fail(400, form);
		const place = { assessmentId: assessment.id, criterion: criterion.number };
		const outcome = once(event, form, () => resolveComment(db, person, place, form.data.comment, form.data.resolved === 'yes'));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, event.url.pathname);
	}
};
