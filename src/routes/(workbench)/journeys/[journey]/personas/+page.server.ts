import { can } from '#lib/domain/access/can.ts';
import { journeyCrumbs } from '#lib/domain/journeys/crumbs.ts';
import { movePersona, personasOf } from '#lib/domain/journeys/describing-personas.server.ts';
import { journeySeen, thingOf } from '#lib/domain/journeys/finding.server.ts';
import { moveForm } from '#lib/domain/journeys/forms.ts';
import { reviewToChange, toList } from '#lib/domain/journeys/pieces.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { Actions, PageServerLoad } from './$types';

const linesOf = (text: string) => text.split('\n').filter((line) => line.trim() !== '');

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const journey = journeySeen(db, person, event.params.journey);
	return {
		journey: { id: journey.id, name: journey.name },
		personas: personasOf(db, journey.id).map(({ id, name, facts, needs }) => ({ id, name, facts: linesOf(facts), needs: linesOf(needs) })),
		mayReview: can(person, 'review journey', thingOf(journey)) && journey.state === 'open',
		crumbs: journeyCrumbs(journey, { label: 'Personas' })
	};
};

export const actions: Actions = {
	default: (event) => {
		const { db, person, journey } = reviewToChange(event);
		return toList(event, moveForm, { journey, list: 'personas', did: 'moved' }, (typed) => movePersona(db, person, journey.id, typed));
	}
};
