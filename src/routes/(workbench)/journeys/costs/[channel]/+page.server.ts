import { fail, redirect } from '@sveltejs/kit';
import { costsByChannel, removeCost, setCost } from '#lib/domain/contact-costs/channel-costs.server.ts';
import { channels } from '#lib/domain/journeys/channels.ts';
import { costForm, costRemovalForm } from '#lib/domain/contact-costs/forms.ts';
import { someJourneySeen } from '#lib/domain/journeys/sight.server.ts';
import type { Person } from '#lib/domain/access/person.ts';
import type { Database } from '#lib/server/database.ts';
import { mustBeAble, notFound, signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

/** The channel of an address, where the person may set its cost. */
function channelToSet(db: Database, person: Person, slug: string) {
	someJourneySeen(db, person);
	const channel = channels.find((one) => one.replaceAll(' ', '-') === slug) ?? notFound();
	mustBeAble(person, 'set journey costs', {});
	return channel;
}

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const channel = channelToSet(db, person, event.params.channel);
	const cost = costsByChannel(db).find((one) => one.channel === channel)?.cost ?? null;
	return {
		channel,
		isSet: cost !== null,
		version: cost?.version ?? 0,
		start: { pounds: cost ? (cost.pence / 100).toFixed(2) : '', source: cost?.source ?? '' },
		crumbs: [
			{ href: '/', label: 'Home' },
			{ href: '/journeys', label: 'Journeys' },
			{ href: '/journeys/costs', label: 'Cost of a contact' },
			{ label: 'Set' }
		]
	};
};

export const actions: Actions = {
	set: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const channel = channelToSet(db, person, event.params.channel);
		const form = await parseForm(event, costForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => setCost(db, person, channel, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, '/journeys/costs?done=set');
	},
	remove: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const channel = channelToSet(db, person, event.params.channel);
		const form = await parseForm(event, costRemovalForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => removeCost(db, person, channel, form.data.version));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, '/journeys/costs?done=removed');
	}
};
