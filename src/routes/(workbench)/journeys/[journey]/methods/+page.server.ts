import { can } from '#lib/domain/access/can.ts';
import { journeyCrumbs } from '#lib/domain/journeys/crumbs.ts';
import { journeySeen, thingOf } from '#lib/domain/journeys/finding.server.ts';
import { methodForm } from '#lib/domain/journeys/forms.ts';
import { addMethod, methodsOf } from '#lib/domain/journeys/holding-methods.server.ts';
import { reviewToChange, toList } from '#lib/domain/journeys/pieces.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const journey = journeySeen(db, person, event.params.journey);
	return {
		journey: { id: journey.id, name: journey.name },
		methods: methodsOf(db, journey.id),
		today,
		mayReview: can(person, 'review journey', thingOf(journey)) && journey.state === 'open',
		crumbs: journeyCrumbs(journey, { label: 'Methods' })
	};
};

export const actions: Actions = {
	default: (event) => {
		const { db, person, journey } = reviewToChange(event);
		return toList(event, methodForm, { journey, list: 'methods', did: 'added' }, (typed) => addMethod(db, person, journey.id, typed));
	}
};
