import { sectionsFor } from '#lib/domain/access/sections.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	return { places: sectionsFor(person).filter(({ href }) => href !== '/') };
};
