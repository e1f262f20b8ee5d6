import { can } from '#lib/domain/access/can.ts';
import { pagesOf } from '#lib/domain/assessments/assessment-pages.server.ts';
import { assessmentName, crumbsTo } from '#lib/domain/assessments/crumbs.ts';
import { assessmentSeen } from '#lib/domain/assessments/finding.server.ts';
import { snapshotsShown } from '#lib/domain/snapshots/snapshots-shown.server.ts';
import { statusAfter } from '#lib/domain/moderation/way.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const assessment = assessmentSeen(db, person, event.params.assessment);
	return {
		id: assessment.id,
		name: assessmentName(assessment),
		status: assessment.status,
		snapshots: snapshotsShown(db, assessment.id),
		canReopen: statusAfter('reopen', assessment.status) !== null && can(person, 'reopen', assessment.thing),
		canOverride: statusAfter('override', assessment.status) !== null && can(person, 'override', assessment.thing),
		pages: pagesOf(db, person, assessment),
		crumbs: crumbsTo(assessment, [{ label: 'Snapshots' }])
	};
};
