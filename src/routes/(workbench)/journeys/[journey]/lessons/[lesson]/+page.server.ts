import { journeyCrumbs } from '#lib/domain/journeys/crumbs.ts';
import { changedLessonForm, plainForm } from '#lib/domain/journeys/forms.ts';
import { changeLesson, lessonOf, removeLesson } from '#lib/domain/journeys/learning-lessons.server.ts';
import { reviewToChange, toList } from '#lib/domain/journeys/pieces.server.ts';
import { notFound } from '#lib/server/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { db, journey } = reviewToChange(event);
	const { version, step, text, takenUpIn } = lessonOf(db, journey.id, event.params.lesson) ?? notFound();
	// a version of the toolkit stands on it now
	if (takenUpIn !== null) notFound();
	return {
		journey: { id: journey.id, name: journey.name },
		version,
		start: { step, text },
		crumbs: journeyCrumbs(journey, { href: `/journeys/${journey.id}/lessons`, label: 'Lessons learned' }, { label: 'Change' })
	};
};

export const actions: Actions = {
	save: (event) => {
		const { db, person, journey } = reviewToChange(event);
		const id = event.params.lesson;
		return toList(event, changedLessonForm, { journey, list: 'lessons', did: 'changed' }, (typed) =>
			changeLesson(db, person, journey.id, { id, ...typed })
		);
	},
	remove: (event) => {
		const { db, person, journey } = reviewToChange(event);
		const id = event.params.lesson;
		return toList(event, plainForm, { journey, list: 'lessons', did: 'removed' }, () => removeLesson(db, person, journey.id, id));
	}
};
