import { can } from '#lib/domain/access/can.ts';
import { journeyCrumbs } from '#lib/domain/journeys/crumbs.ts';
import { journeySeen, thingOf } from '#lib/domain/journeys/finding.server.ts';
import { lessonForm } from '#lib/domain/journeys/forms.ts';
import { addLesson, lessonsOf } from '#lib/domain/journeys/learning-lessons.server.ts';
import { reviewToChange, toList } from '#lib/domain/journeys/pieces.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const journey = journeySeen(db, person, event.params.journey);
	return {
		journey: { id: journey.id, name: journey.name },
		lessons: lessonsOf(db, journey.id),
		mayReview: can(person, 'review journey', thingOf(journey)),
		crumbs: journeyCrumbs(journey, { label: 'Lessons learned' })
	};
};

export const actions: Actions = {
	default: (event) => {
		const { db, person, journey } = reviewToChange(event);
		return toList(event, lessonForm, { journey, list: 'lessons', did: 'added' }, (typed) => addLesson(db, person, journey.id, typed));
	}
};
