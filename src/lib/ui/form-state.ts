import type { DateParts } from './date-parts.ts';

/** One thing wrong with a form: the field it belongs to and a sentence a person can act on. */
export interface FormError {
	field: string;
	text: string;
}

/** What a failed action gives back: what was typed, and what is wrong with it. */
export interface FailedForm {
	values?: Record<string, unknown>;
	errors?: FormError[];
}

/** The props that every field component shares. */
export interface FieldState<T> {
	name: string;
	id: string;
	value: T;
	error: string | undefined;
}

/** Gives one field's state, and beside it the errors of the whole form and the state of a three-part date. */
export interface FormState<T extends Record<string, unknown>> {
	<K extends keyof T & string>(name: K): FieldState<T[K]>;
	date: (name: keyof T & string) => FieldState<string | DateParts>;
	errors: FormError[];
}

/** A field that came several times is one text with a line for each, as the form was read; or a list already. */
const listOf = (typed: unknown): unknown[] =>
	Array.isArray(typed)
		? typed
		: String(typed ?? '')
				.split('\n')
				.filter(Boolean);

/**
 * What each field of a form shows: the text just typed if the last try failed, else what is stored. A page writes
 * `<Field {...f('title')} label="Title" />`. A list in `initial` (checkboxes) always gives a list back.
 * @param form what the action returned, or null before the first try
 * @param initial the stored value of each field
 */
export function formState<T extends Record<string, unknown>>(form: FailedForm | null | undefined, initial: T): FormState<T> {
	const errors = form?.errors ?? [];
	const errorOf = (name: string) => errors.find((error) => error.field === name)?.text;
	const valueOf = (name: string) => {
		const typed = form?.values;
		if (!typed) return initial[name];
		if (Array.isArray(initial[name])) return listOf(typed[name]);
		return name in typed ? typed[name] : initial[name];
	};
	const state = <K extends keyof T & string>(name: K): FieldState<T[K]> => ({
		name,
		id: name,
		value: valueOf(name) as T[K],
		error: errorOf(name)
	});
	const date = (name: keyof T & string): FieldState<string | DateParts> => {
		const typed = form?.values;
		const parts = ['day', 'month', 'year'].map((part) => String(typed?.[`${name}-${part}`] ?? ''));
		const [day = '', month = '', year = ''] = parts;
		const error = errorOf(name) ?? errors.find((one) => one.field.startsWith(`${name}-`))?.text;
		return { name, id: name, value: typed && `${name}-day` in typed ? { day, month, year } : String(valueOf(name) ?? ''), error };
	};
	return Object.assign(state, { date, errors });
}

/** Two versions of the same thing: somebody saved theirs while this person was typing. */
export interface SaveConflict {
	/** Who saved what stands now. */
	by: string;
	/** When, in words: "09:12" or "20 November 2026, 09:12". */
	at: string;
	/** The version that stands now: saving over it names this one. */
	version: number;
	/** Each field that differs. */
	fields: { name: string; label: string; theirs: string; mine: string }[];
}
