import { cardOf } from '#lib/domain/calibration/answers.server.ts';
import { sessionCrumbs } from '#lib/domain/calibration/crumbs.ts';
import { calibrationRevealed, runs } from '#lib/domain/calibration/finding.server.ts';
import { scoredQuestions } from '#lib/domain/calibration/session-ratings.ts';
import { calibrationReport } from '#lib/reports/calibration/calibration-report.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const calibration = calibrationRevealed(db, person, event.params.calibration);
	return {
		calibration,
		runs: runs(person, calibration),
		questions: scoredQuestions(cardOf(db, calibration)).map(({ id, text }) => ({ id, text })),
		report: calibrationReport(db, person, calibration),
		crumbs: sessionCrumbs(calibration, { label: 'Results' })
	};
};
