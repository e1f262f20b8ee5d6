import { error } from '@sveltejs/kit';
import { comparisonOf } from '#lib/domain/moderation/comparing-answers.ts';
import { pagesOf } from '#lib/domain/assessments/assessment-pages.server.ts';
import { assessmentName, crumbsTo } from '#lib/domain/assessments/crumbs.ts';
import { assessmentSeen } from '#lib/domain/assessments/finding.server.ts';
import { maySeeModeration } from '#lib/domain/moderation/moderation-sight.server.ts';
import { answersOf, judgedOn } from '#lib/domain/assessments/reading.server.ts';
import { frameworkOf } from '#lib/domain/frameworks/finding.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const assessment = assessmentSeen(db, person, event.params.assessment);
	if (!maySeeModeration(db, person, assessment)) error(403, 'You cannot do this');
	const framework = frameworkOf(db, assessment.frameworkVersionId);
	return {
		id: assessment.id,
		name: assessmentName(assessment),
		...comparisonOf(framework, answersOf(db, assessment), judgedOn(assessment, today)),
		pages: pagesOf(db, person, assessment),
		crumbs: crumbsTo(assessment, [{ label: 'Service and moderator' }])
	};
};
