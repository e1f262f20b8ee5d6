import type { Criterion, Framework } from './document.ts';
import { filledIn, shownIn, type DraftField, type FieldFault, type Typed } from '../versions/draft-fields.ts';

const numberForm = /^[A-Z0-9]+(\.[A-Z0-9]+)*$/i;

/** The fields of one criterion of a draft, by its place in the list; the place after the last is a new one. */
export function criterionFields(draft: Framework, place: number): DraftField[] {
	const at = (field: string, ...more: (string | number)[]) => ['criteria', place, field, ...more];
	const levels = draft.levels ?? [];
	return [
		{ name: 'number', label: 'Number', hint: 'Such as 1.1. Each criterion has its own', kind: 'line', path: at('number') },
		...(draft.kind === 'staged'
			? [
					{
						name: 'level',
						label: 'Level',
						kind: 'choice' as const,
						path: at('level'),
						options: levels.map(({ number, name }) => ({ value: String(number), label: `${number} ${name}` }))
					}
				]
			: []),
		{
			name: 'theme',
			label: 'Theme',
			kind: 'choice',
			path: at('theme'),
			options: draft.themes.map(({ id, name }) => ({ value: id, label: name }))
		},
		{ name: 'title', label: 'Title', hint: 'What is so when this is achieved, up to 120 characters', kind: 'line', path: at('title') },
		{ name: 'text', label: 'What it asks', kind: 'text', path: at('text') },
		{ name: 'source', label: 'Source', hint: 'The document, its section and number', kind: 'line', path: at('source') },
		{ name: 'why', label: 'Why it matters', kind: 'text', path: at('why') },
		{ name: 'evidence', label: 'What good evidence looks like', hint: 'One thing a line', kind: 'lines', path: at('evidence') },
		{ name: 'better', label: 'How to do better', hint: 'One step a line', kind: 'lines', path: at('better') },
		...(draft.kind === 'rubric'
			? levels.map(({ number, name }, index) => ({
					name: `description-${number}`,
					label: `Description of level ${number}, ${name}`,
					kind: 'text' as const,
					path: at('descriptions', index)
				}))
			: [])
	];
}

export const placeOf = (draft: Framework, number: string): number => draft.criteria.findIndex((criterion) => criterion.number === number);

/** The criterion before this one, by number, as the form's "comes after"; '' for the first. */
export const comesAfter = (draft: Framework, place: number): string => draft.criteria[place - 1]?.number ?? '';

/** What the form of a criterion shows. */
export const criterionShown = (draft: Framework, place: number): Typed => ({
	...Object.fromEntries(criterionFields(draft, place).map((field) => [field.name, shownIn(draft, field)])),
	after: comesAfter(draft, place)
});

type Saved = { document: Framework; faults: FieldFault[] };

/** A draft with one criterion as it was typed, put after the one named. A number must be there and used once, since it is the address. */
export function withCriterion(draft: Framework, place: number, typed: Typed): Saved {
	const { document, faults } = filledIn(draft, criterionFields(draft, place), typed);
	const criterion = document.criteria[place];
	if (!criterion) return { document, faults };
	const number = typed.number?.trim() ?? '';
	if (!numberForm.test(number) || number.length > 20) faults.push({ field: 'number', text: 'Enter a number such as 1.1' });
	else if (document.criteria.some((other, index) => index !== place && other.number.toLowerCase() === number.toLowerCase()))
		faults.push({ field: 'number', text: `The number ${number} is used by another criterion` });
	if (draft.kind === 'rubric') criterion.descriptions = (draft.levels ?? []).map((_, index) => criterion.descriptions?.[index] ?? '');
	return { document: { ...document, criteria: movedAfter(document.criteria, criterion, typed.after ?? comesAfter(draft, place)) }, faults };
}

function movedAfter(criteria: Criterion[], criterion: Criterion, after: string): Criterion[] {
	const others = criteria.filter((other) => other !== criterion);
	// the one named may be this criterion itself under its old number, or be gone: then it stays where it is
	const before = others.findIndex((other) => other.number === after);
	const place = after === '' ? 0 : before < 0 ? criteria.indexOf(criterion) : before + 1;
	return [...others.slice(0, place), criterion, ...others.slice(place)];
}

/** A draft without one of its criteria. */
export const withoutCriterion = (draft: Framework, number: string): Framework => ({
	...draft,
	criteria: draft.criteria.filter((criterion) => criterion.number !== number)
});

/** A draft whose criteria are in the order of their levels and numbered by them (1.1, 1.2, 2.1 …), or 1, 2, 3 … where none belongs to a level. */
export function numberedAnew(draft: Framework): Framework {
	if (draft.kind === 'rubric')
		return { ...draft, criteria: draft.criteria.map((criterion, index) => ({ ...criterion, number: String(index + 1) })) };
	if (draft.kind === 'compliance') return draft;
	const last = Number.MAX_SAFE_INTEGER;
	const inOrder = [...draft.criteria].sort((a, b) => (a.level ?? last) - (b.level ?? last));
	const counts = new Map<number, number>();
	const criteria = inOrder.map((criterion) => {
		const level = criterion.level ?? 0;
		const count = (counts.get(level) ?? 0) + 1;
		counts.set(level, count);
		return { ...criterion, number: `${level}.${count}` };
	});
	return { ...draft, criteria };
}
