import type { Path } from '#lib/server/document-faults.ts';
import { anchorOf } from '../versions/draft-fields.ts';
import type { Scorecard } from './card.ts';
import { draftParts, fieldGroups } from './draft-parts.ts';
import { questionForm } from './draft-questions.ts';

/** Where in the draft's pages a problem is put right: the address below the draft's own, such as `questions/A2#weight`. */
export function placeOfProblem(draft: Scorecard, path: Path): string {
	const [list, section, field, question] = path;
	if (list === 'sections' && typeof section === 'number' && field === 'questions') return inSection(draft, section, question, path);
	for (const part of draftParts) {
		const found = anchorOf(
			fieldGroups(draft, part).flatMap((group) => group.fields),
			path
		);
		if (found) return `${part}${found}`;
	}
	return draftParts.find((part) => part === list) ?? 'about';
}

function inSection(draft: Scorecard, section: number, index: Path[number] | undefined, path: Path): string {
	const { id, questions } = draft.sections[section] ?? { id: '', questions: [] };
	// of a whole section: its first question is the nearest, and where it has none one is to be added
	const place = typeof index === 'number' ? index : 0;
	const question = questions[place];
	if (!question) return `sections/${id}/new-question`;
	const at = ['sections', section, 'questions', place];
	const { groups, rows } = questionForm(draft, { section, question: place });
	const fields = [...rows, ...groups.map((group) => group.fields)].flat();
	const wanted = typeof index === 'number' ? path : [...at, 'weight'];
	return `questions/${question.id}${anchorOf(fields, wanted)}`;
}
