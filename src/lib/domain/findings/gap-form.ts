import { detailsForm } from '../actions/forms.ts';
import { startingValues } from '../actions/starting-values.ts';
import type { Priority } from '../actions/details.ts';
import { readForm, type FieldError, type Typed } from '../../server/parse-form.ts';
import type { Criterion } from '../frameworks/document.ts';
import type { GapAction } from './acting-on-gaps.server.ts';
import type { Severity } from './severity.ts';

/*
 * The form that makes several actions at once: each field's name begins with its criterion, '2.3-title'. A criterion's
 * number has no hyphen, so the first one parts the two.
 */

export type ReadGapActions = {
	actions: GapAction[];
	values: Typed;
	errors: FieldError[];
	submission: string;
};

/** Reads the actions of these criteria; `errors` is empty where all are complete. */
export function readGapActions(form: FormData, criteria: readonly string[]): ReadGapActions {
	const read: ReadGapActions = { actions: [], values: {}, errors: [], submission: String(form.get('submission') ?? '') };
	for (const criterion of new Set(criteria)) {
		const own = new FormData();
		for (const [name, value] of form) if (name.startsWith(`${criterion}-`)) own.append(name.slice(criterion.length + 1), value);
		const parsed = readForm(own, detailsForm);
		for (const [name, value] of Object.entries(parsed.values)) read.values[`${criterion}-${name}`] = value;
		if (parsed.ok) read.actions.push({ ...parsed.data, criterion });
		else read.errors.push(...parsed.errors.map(({ field, text }) => ({ field: `${criterion}-${field}`, text: `${criterion}: ${text}` })));
	}
	return read;
}

const priorityOf: Record<Severity, Priority> = { low: 'low', medium: 'medium', high: 'high', critical: 'high' };
const longestTitle = 120;

/** What the action on a gap starts with: how to do better, in the framework's words, and a priority as severe as the gap. */
export function startingFor(gap: { criterion: Criterion; severity: Severity }, today: string, ownerId: string): Record<string, string> {
	const { number, title, better } = gap.criterion;
	const [first = ''] = better;
	const isTitle = first.length <= longestTitle;
	const start = {
		...startingValues(today, ownerId),
		title: isTitle ? first.replace(/\.$/, '') : title,
		detail: (isTitle ? better.slice(1) : better).join('\n'),
		priority: priorityOf[gap.severity]
	};
	return Object.fromEntries(Object.entries(start).map(([name, value]) => [`${number}-${name}`, value]));
}

/** The criteria an address or a form names: '2.3,3.2', or one after another. */
export const criteriaIn = (named: readonly string[]): string[] => [
	...new Set(
		named
			.flatMap((text) => text.split(','))
			.map((text) => text.trim())
			.filter(Boolean)
	)
];
