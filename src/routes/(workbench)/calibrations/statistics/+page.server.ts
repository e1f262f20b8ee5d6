import { calibrationCrumbs } from '#lib/domain/calibration/crumbs.ts';
import { mayStart } from '#lib/domain/calibration/finding.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	return { mayStart: mayStart(person), crumbs: calibrationCrumbs({ label: 'What the figures mean' }) };
};
