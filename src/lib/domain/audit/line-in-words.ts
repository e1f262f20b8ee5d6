/** A field's name as people read it: 'evidenceWarningDays' is 'Evidence warning days'. */
export function fieldInWords(field: string): string {
	const words = field.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
	return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What a field held, as text: nothing, yes or no, a list, or the value itself. */
export function valueInWords(value: unknown): string {
	if (value === null || value === undefined || value === '') return 'nothing';
	if (typeof value === 'boolean') return value ? 'yes' : 'no';
	if (Array.isArray(value)) return value.map(valueInWords).join(', ') || 'nothing';
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

export type Changes = Record<string, { from: unknown; to: unknown }>;

/** A line's changes, a row a field. */
export const changesInWords = (change: Changes) =>
	Object.entries(change).map(([field, { from, to }]) => ({ field: fieldInWords(field), from: valueInWords(from), to: valueInWords(to) }));

const mostInList = 140;
/** The changes in one short text for a list: 'Name, kind'. */
export function fieldsInWords(change: Changes): string {
	const text = Object.keys(change).map(fieldInWords).join(', ');
	return text.length > mostInList ? `${text.slice(0, mostInList)}…` : text;
}

/** Where a thing of the trail can be looked at, for what administrators can see. */
export function addressOfThing(thing: string, id: string): string | null {
	if (thing === 'person') return `/admin/people/${id}`;
	if (thing === 'council') return '/admin/settings';
	if (thing === 'directorate' || thing === 'service' || thing === 'team') return `/admin/structure/${thing}s/${id}`;
	return null;
}
