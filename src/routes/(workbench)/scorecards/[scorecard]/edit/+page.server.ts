import { crumbsBelow } from '#lib/domain/scorecards/crumbs.ts';
import { draftParts, partNames } from '#lib/domain/scorecards/draft-parts.ts';
import { placeOfProblem } from '#lib/domain/scorecards/problem-places.ts';
import { checkScorecard } from '#lib/domain/scorecards/reading.ts';
import { draftToEdit } from '#lib/domain/scorecards/seeing.server.ts';
import { allowed } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	allowed(event, 'manage scorecards');
	const draft = draftToEdit(event.locals.db, event.params.scorecard);
	const { id, name, number, document } = draft;
	const checked = checkScorecard(document);
	return {
		id,
		name,
		number,
		parts: draftParts.map((part) => ({ part, name: partNames[part] })),
		sections: document.sections.map((section) => ({
			id: section.id,
			name: section.name,
			questions: section.questions.map((question) => ({ id: question.id, text: question.text }))
		})),
		problems: checked.ok ? [] : checked.problems.map(({ path, field, text }) => ({ field, text, place: placeOfProblem(document, path) })),
		said: event.url.searchParams.has('copied') ? 'The draft is made' : event.url.searchParams.has('saved') ? 'Saved' : null,
		crumbs: crumbsBelow(draft, 'Edit')
	};
};
