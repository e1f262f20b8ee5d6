import { journeyCrumbs } from '#lib/domain/journeys/crumbs.ts';
import { addPersona } from '#lib/domain/journeys/describing-personas.server.ts';
import { personaForm } from '#lib/domain/journeys/forms.ts';
import { reviewToChange, toList } from '#lib/domain/journeys/pieces.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { journey } = reviewToChange(event);
	return {
		journey: { id: journey.id, name: journey.name },
		crumbs: journeyCrumbs(journey, { href: `/journeys/${journey.id}/personas`, label: 'Personas' }, { label: 'Add' })
	};
};

export const actions: Actions = {
	default: (event) => {
		const { db, person, journey } = reviewToChange(event);
		return toList(event, personaForm, { journey, list: 'personas', did: 'added' }, (typed) => addPersona(db, person, journey.id, typed));
	}
};
