import { pagesOf } from '#lib/domain/assessments/assessment-pages.server.ts';
import { assessmentName, crumbsTo } from '#lib/domain/assessments/crumbs.ts';
import { assessmentSeen } from '#lib/domain/assessments/finding.server.ts';
import { groupingOf } from '#lib/domain/assessments/grouping.ts';
import { statusMarks } from '#lib/domain/assessments/shown-status.ts';
import { isOpen } from '#lib/domain/assessments/status.ts';
import { taskListOf } from '#lib/domain/assessments/task-list.server.ts';
import { dayOf, showDay } from '#lib/domain/calendar/dates.ts';
import { frameworkOf } from '#lib/domain/frameworks/finding.server.ts';
import { changesNotice } from '#lib/domain/frameworks/moves.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const assessment = assessmentSeen(db, person, event.params.assessment);
	const moved = isOpen(assessment.status) ? changesNotice(db, assessment.id) : null;
	const by = groupingOf(frameworkOf(db, assessment.frameworkVersionId), event.url.searchParams.get('by'));
	return {
		id: assessment.id,
		pages: pagesOf(db, person, assessment),
		name: assessmentName(assessment),
		due: showDay(assessment.dueOn),
		status: assessment.status,
		mark: statusMarks[assessment.status],
		isClosed: assessment.cycle.closedAt !== null,
		changesRequested: assessment.changesRequested,
		moderator: assessment.moderatorName,
		moved: moved && { ...moved, on: showDay(dayOf(moved.at)) },
		...taskListOf(db, person, assessment, today, by),
		crumbs: crumbsTo(assessment, [])
	};
};
