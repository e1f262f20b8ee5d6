import { journeyCrumbs } from '#lib/domain/journeys/crumbs.ts';
import { changedMethodForm, plainForm } from '#lib/domain/journeys/forms.ts';
import { changeMethod, methodOf, removeMethod } from '#lib/domain/journeys/holding-methods.server.ts';
import { reviewToChange, toList } from '#lib/domain/journeys/pieces.server.ts';
import { notFound } from '#lib/server/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { db, journey } = reviewToChange(event);
	const { version, method, heldOn, about } = methodOf(db, journey.id, event.params.method) ?? notFound();
	return {
		journey: { id: journey.id, name: journey.name },
		version,
		start: { method, heldOn, about },
		crumbs: journeyCrumbs(journey, { href: `/journeys/${journey.id}/methods`, label: 'Methods' }, { label: 'Change' })
	};
};

export const actions: Actions = {
	save: (event) => {
		const { db, person, journey } = reviewToChange(event);
		const id = event.params.method;
		return toList(event, changedMethodForm, { journey, list: 'methods', did: 'changed' }, (typed) =>
			changeMethod(db, person, journey.id, { id, ...typed })
		);
	},
	remove: (event) => {
		const { db, person, journey } = reviewToChange(event);
		const id = event.params.method;
		return toList(event, plainForm, { journey, list: 'methods', did: 'removed' }, () => removeMethod(db, person, journey.id, id));
	}
};
