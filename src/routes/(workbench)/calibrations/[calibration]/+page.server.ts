import { cardOf } from '#lib/domain/calibration/answers.server.ts';
import { assessorsOf } from '#lib/domain/calibration/assessors.server.ts';
import { sessionCrumbs } from '#lib/domain/calibration/crumbs.ts';
import { calibrationSeen, runs, takesPart } from '#lib/domain/calibration/finding.server.ts';
import { personNamed } from '#lib/domain/calibration/naming.server.ts';
import { ownProgress } from '#lib/domain/calibration/own-progress.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const calibration = calibrationSeen(db, person, event.params.calibration);
	const isRunning = runs(person, calibration);
	const assessors = assessorsOf(db, calibration.id);
	const { id, name, version } = cardOf(db, calibration);
	return {
		calibration,
		card: { id, name, version },
		runs: isRunning,
		runBy: personNamed(db, calibration.runBy),
		takesPart: takesPart(person, calibration),
		mine: ownProgress(db, person, calibration),
		// who has scored how much is for whoever runs it
		assessors: isRunning ? assessors : [],
		invited: assessors.length,
		isKey: assessors.some(({ isKey, personId }) => isKey && personId === person.id),
		crumbs: sessionCrumbs(calibration)
	};
};
