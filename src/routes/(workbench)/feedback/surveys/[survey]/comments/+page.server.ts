import { commentsListed } from '#lib/domain/surveys/comments.server.ts';
import { surveySeen } from '#lib/domain/surveys/finding.server.ts';
import { surveyCrumbs, surveyNav } from '#lib/domain/surveys/survey-page.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const survey = surveySeen(db, person, event.params.survey);
	const query = event.url.searchParams;
	return {
		survey,
		nav: surveyNav(db, survey),
		...commentsListed(db, survey.id, { after: query.get('after') ?? undefined, before: query.get('before') ?? undefined }),
		crumbs: surveyCrumbs(survey, { label: 'Comments' })
	};
};
