import { can } from '#lib/domain/access/can.ts';
import { ownStaff, teamsToChoose } from '#lib/domain/paf-sheets/staff-seen.server.ts';
import { allCourses } from '#lib/domain/training/courses.server.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const manages = can(person, 'manage training');
	if (!manages && !teamsToChoose(db, person, 'see staff results').length && !ownStaff(db, person).length) notFound();
	return { courses: allCourses(db), manages, crumbs: [{ href: '/', label: 'Home' }, { label: 'Courses' }] };
};
