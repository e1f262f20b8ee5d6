import { can } from '#lib/domain/access/can.ts';
import { allCourses } from '#lib/domain/training/courses.server.ts';
import { mustHave } from '#lib/domain/paf/running.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const manages = can(person, 'manage training');
	if (!manages) mustHave(person, 'leads', 'isAdvisor');
	return { courses: allCourses(db), manages, crumbs: [{ href: '/', label: 'Home' }, { label: 'Courses' }] };
};
