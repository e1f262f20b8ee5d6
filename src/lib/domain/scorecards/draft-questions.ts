import { shownIn, type DraftField, type Typed } from '../versions/draft-fields.ts';
import { questionsOf } from './asked.ts';
import type { Question, Scorecard } from './card.ts';
import { questionAt, type Place } from './draft-places.ts';
import { bandRows, bandsShown, choiceRows, choicesShown } from './draft-rows.ts';
import { questionGroups } from './question-fields.ts';

/** The form of one question: its fields in groups, and the rows of its answers or bands, for what was typed or stands. */
export function questionForm(draft: Scorecard, place: Place, typed: Typed = {}) {
	const stands = questionAt(draft, place);
	const type = typed.type ?? stands?.type ?? 'yes-no';
	const at = ['sections', place.section, 'questions', place.question];
	return {
		groups: questionGroups(draft, place, typed),
		rows:
			type === 'choice' ? choiceRows(stands?.choices ?? [], at, typed) : type === 'number' ? bandRows(stands?.bands ?? [], at, typed) : []
	};
}

/** What the form of a question shows; of a new one a name that is free, and what is usual. */
export function questionShown(draft: Scorecard, place: Place): Typed {
	const section = draft.sections[place.section];
	const stands = questionAt(draft, place);
	const fields = questionGroups(draft, place).flatMap((group) => group.fields);
	const shown = Object.fromEntries(fields.map((field) => [field.name, shownIn(draft, field)]));
	const usual: Typed = stands
		? {}
		: { id: freeId(draft, section?.id ?? 'A'), type: 'yes-no', weight: '1', scored: usualPart(section?.questions ?? []) };
	return {
		...shown,
		...usual,
		place: `${section?.id ?? ''}/${section?.questions[place.question - 1]?.id ?? ''}`,
		...choicesShown(stands?.choices ?? []),
		...bandsShown(stands?.bands ?? [])
	};
}

const usualPart = (questions: readonly Question[]) => questions.at(-1)?.scored ?? 'quality';
function freeId(draft: Scorecard, letter: string): string {
	const taken = new Set(questionsOf(draft).map(({ id }) => id.toLowerCase()));
	for (let n = 1; ; n++) if (!taken.has(`${letter}${n}`.toLowerCase())) return `${letter}${n}`;
}

/** The labels of a question's fields, as both texts of a stale save are told apart. */
export function questionLabels(draft: Scorecard, place: Place, typed: Typed): Record<string, string> {
	const { groups, rows } = questionForm(draft, place, typed);
	const named = (fields: readonly DraftField[], before = '') => fields.map(({ name, label }) => [name, before + label]);
	return Object.fromEntries([
		...groups.flatMap(({ fields }) => named(fields)),
		...rows.flatMap((fields, row) => named(fields, `Row ${row + 1}: `))
	]);
}
