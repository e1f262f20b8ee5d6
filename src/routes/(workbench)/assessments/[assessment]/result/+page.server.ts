import { can } from '#lib/domain/access/can.ts';
import { pagesOf } from '#lib/domain/assessments/assessment-pages.server.ts';
import { crumbsTo } from '#lib/domain/assessments/crumbs.ts';
import { assessmentSeen } from '#lib/domain/assessments/finding.server.ts';
import { resultPage } from '#lib/domain/assessments/result-page.server.ts';
import { statusMarks } from '#lib/domain/assessments/shown-status.ts';
import { showDay } from '#lib/domain/calendar/dates.ts';
import { signedIn } from '#lib/server/guard.ts';
import { sentOnce } from '#lib/ui/sent-once.ts';
import type { PageServerLoad } from './$types';

/** It is only read: without a script its figures are sent once, not twice. */
export const csr = false;

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const assessment = assessmentSeen(db, person, event.params.assessment);
	const result = resultPage(db, assessment, today);
	return {
		id: assessment.id,
		pages: sentOnce(event, pagesOf(db, person, assessment)),
		service: assessment.service.name,
		cycle: assessment.cycle.name,
		status: assessment.status,
		mark: statusMarks[assessment.status],
		agreed: assessment.agreedOn && assessment.status === 'agreed' ? showDay(assessment.agreedOn) : null,
		mayMakeActions: can(person, 'manage actions', assessment.thing),
		mayAgree: assessment.status === 'moderated' && can(person, 'agree', assessment.thing),
		...result,
		results: sentOnce(event, result.results),
		ahead: sentOnce(event, result.ahead),
		profile: sentOnce(event, result.profile),
		crumbs: crumbsTo(assessment, [{ label: 'Result' }])
	};
};
