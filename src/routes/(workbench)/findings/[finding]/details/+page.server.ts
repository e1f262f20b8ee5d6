import { fail, redirect } from '@sveltejs/kit';
import { choicesElsewhere, choicesFor } from '#lib/domain/findings/choosing.server.ts';
import { findingCrumbs } from '#lib/domain/findings/crumbs.ts';
import { principleField, whyFields } from '#lib/domain/findings/details.ts';
import { findingToChange } from '#lib/domain/findings/finding.server.ts';
import { findingForm, handFindingForm } from '#lib/domain/findings/forms.ts';
import { withOwnChoices } from '#lib/domain/findings/own-choices.ts';
import { principleOf } from '#lib/domain/findings/reading.server.ts';
import { saveFinding } from '#lib/domain/findings/saving-finding.server.ts';
import { isByHand } from '#lib/domain/findings/words.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const finding = findingToChange(db, person, event.params.finding);
	const { id, version, what, source, cameFrom, serviceId, stepId, severity, howOften, whys, breaches, journey } = finding;
	const principle = principleField(finding);
	return {
		finding: { id, version },
		byHand: isByHand(source),
		choices: withOwnChoices(journey ? choicesFor(db, journey) : choicesElsewhere(db, person, serviceId), finding, principleOf(db, finding)),
		start: { what, source, cameFrom, serviceId, stepId: stepId ?? '', severity, howOften, ...whyFields(whys), principle, breaches },
		crumbs: findingCrumbs(finding, { label: 'Change' })
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const finding = findingToChange(db, person, event.params.finding);
		const form = await parseForm(event, isByHand(finding.source) ? handFindingForm : findingForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => saveFinding(db, person, finding, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/findings/${finding.id}?done=saved`);
	}
};
