import { can } from '#lib/domain/access/can.ts';
import { answersCheck } from '#lib/domain/assessments/answers-check.server.ts';
import { pagesOf } from '#lib/domain/assessments/assessment-pages.server.ts';
import { assessmentName, crumbsTo } from '#lib/domain/assessments/crumbs.ts';
import { assessmentSeen } from '#lib/domain/assessments/finding.server.ts';
import { isAnswerable } from '#lib/domain/assessments/status.ts';
import { signedIn } from '#lib/server/guard.ts';
import { newSubmissionId } from '#lib/ui/submission-id.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const assessment = assessmentSeen(db, person, event.params.assessment);
	const open = isAnswerable(assessment);
	return {
		id: assessment.id,
		pages: pagesOf(db, person, assessment),
		name: assessmentName(assessment),
		version: assessment.version,
		mayAnswer: open && can(person, 'answer', assessment.thing),
		maySubmit: open && can(person, 'submit', assessment.thing),
		submission: newSubmissionId(),
		...answersCheck(db, assessment, today),
		crumbs: crumbsTo(assessment, [{ label: 'Check' }])
	};
};
