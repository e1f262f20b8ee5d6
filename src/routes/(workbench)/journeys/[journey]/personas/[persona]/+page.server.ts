import { journeyCrumbs } from '#lib/domain/journeys/crumbs.ts';
import { changedPersonaForm, plainForm } from '#lib/domain/journeys/forms.ts';
import { changePersona, personaOf, removePersona } from '#lib/domain/journeys/describing-personas.server.ts';
import { reviewToChange, toList } from '#lib/domain/journeys/pieces.server.ts';
import { notFound } from '#lib/server/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { db, journey } = reviewToChange(event);
	const { version, name, facts, needs } = personaOf(db, journey.id, event.params.persona) ?? notFound();
	return {
		journey: { id: journey.id, name: journey.name },
		version,
		start: { name, facts, needs },
		crumbs: journeyCrumbs(journey, { href: `/journeys/${journey.id}/personas`, label: 'Personas' }, { label: 'Change' })
	};
};

export const actions: Actions = {
	save: (event) => {
		const { db, person, journey } = reviewToChange(event);
		const id = event.params.persona;
		return toList(event, changedPersonaForm, { journey, list: 'personas', did: 'changed' }, (typed) =>
			changePersona(db, person, journey.id, { id, ...typed })
		);
	},
	remove: (event) => {
		const { db, person, journey } = reviewToChange(event);
		const id = event.params.persona;
		return toList(event, plainForm, { journey, list: 'personas', did: 'removed' }, () => removePersona(db, person, journey.id, id));
	}
};
