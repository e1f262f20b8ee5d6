import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { possibleOwners } from '#lib/domain/actions/owners.server.ts';
import { assessmentSeen } from '#lib/domain/assessments/finding.server.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { actOnGaps } from '#lib/domain/findings/acting-on-gaps.server.ts';
import { criteriaIn, readGapActions, startingFor } from '#lib/domain/findings/gap-form.ts';
import { gapsOf, gapTargets } from '#lib/domain/findings/gaps.server.ts';
import { mustBeAble, signedIn } from '#lib/server/guard.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad, RouteParams } from './$types';

/** The assessment, which the person may plan actions for, and what its address asks for. */
function asked(event: RequestEvent<RouteParams>, person: Person) {
	const assessment = assessmentSeen(event.locals.db, person, event.params.assessment);
	mustBeAble(person, 'manage actions', assessment.thing);
	const query = event.url.searchParams;
	const target = gapTargets.find((target) => target === query.get('target')) ?? 'award';
	return { assessment, target, criteria: criteriaIn(query.getAll('criteria')) };
}

export const load: PageServerLoad = async (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const { assessment, target, criteria } = asked(event, person);
	const { kept } = await event.parent();
	// what is kept when a session ends knows the page without its query, which says what was chosen
	if (!criteria.length && kept?.values.criteria)
		redirect(303, `?${new URLSearchParams({ target: kept.values.target ?? target, criteria: kept.values.criteria })}`);
	const found = gapsOf(db, assessment, target, today);
	const gaps = (found?.gaps ?? []).map(({ criterion, ...gap }) => ({
		...gap,
		number: criterion.number,
		title: criterion.title,
		start: startingFor({ criterion, severity: gap.severity }, today, person.id)
	}));
	const chosen = gaps.filter(({ number, openAction }) => criteria.includes(number) && !openAction);
	return {
		assessment: { id: assessment.id, service: assessment.service.name, cycle: assessment.cycle.name },
		target,
		level: found?.level ?? null,
		award: found?.award ?? null,
		gaps: gaps.map(({ start: _, ...gap }) => gap),
		chosen: chosen.map(({ number, title, why, counts, needs }) => ({ number, title, why, counts, needs })),
		start: Object.assign({}, ...chosen.map(({ start }) => start)) as Record<string, string>,
		people: chosen.length ? possibleOwners(db, assessment.service.id) : [],
		crumbs: [
			{ href: '/', label: 'Home' },
			{ href: '/assessments', label: 'Assessments' },
			{ href: `/assessments/${assessment.id}`, label: assessment.service.name },
			{ label: 'Plan actions' }
		]
	};
};

export const actions: Actions = {
	check: async (event) => {
		const person = signedIn(event);
		const { criteria } = asked(event, person);
		const form = readGapActions(await event.request.formData(), criteria);
		if (form.errors.length) return fail(400, { step: 'fill' as const, values: form.values, errors: form.errors });
		return { step: 'check' as const, values: form.values, errors: [] };
	},
	change: async (event) => {
		const person = signedIn(event);
		const { criteria } = asked(event, person);
		const form = readGapActions(await event.request.formData(), criteria);
		return { step: 'fill' as const, values: form.values, errors: [] };
	},
	create: async (event) => {
		const person = signedIn(event);
		const { db, today } = event.locals;
		const { assessment, target, criteria } = asked(event, person);
		const form = readGapActions(await event.request.formData(), criteria);
		if (form.errors.length) return fail(400, { step: 'fill' as const, values: form.values, errors: form.errors });
		const outcome = once(event, form, () => actOnGaps(db, person, assessment, target, form.actions, today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/actions?service=${assessment.service.id}&added=${outcome.numbers.length}`);
	}
};
