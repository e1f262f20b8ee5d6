import { isDay, showDay, showMoment } from '#lib/domain/calendar/dates.ts';

/** The id of a thing, wherever it stands in a line. */
export const idIn = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** What things are called, by id. */
export type Names = ReadonlyMap<string, string>;
export type Changes = Record<string, { from: unknown; to: unknown }>;

const gone = 'one that is gone';
const named = (text: string, names: Names) => text.replaceAll(idIn, (id) => names.get(id) ?? gone);

/** What says where a row of a picture is kept, not what it says. */
const keptApart = ['mapId', 'position', 'version'];
/** A moment in milliseconds, of this century. */
const isMoment = (value: number) => value > 1e12 && value < 1e13;
const pounds = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });

/** A field's name as people read it: 'evidenceWarningDays' is 'Evidence warning days', 'ownerId' is 'Owner'. */
export function fieldInWords(field: string, names: Names = new Map(), held?: unknown): string {
	const own = namedBy(held);
	const words = field
		.replaceAll(idIn, (id) => `“${own ?? names.get(id) ?? gone}”`)
		.replaceAll(/([a-z])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`)
		.replace(/ (id|ids|pence)$/, '');
	return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The name that a row carries itself, such as a step's by what the customer does. */
function namedBy(held: unknown): string | undefined {
	const { name, does, title } = (held ?? {}) as Record<string, unknown>;
	return [name, does, title].find((text) => typeof text === 'string');
}

/** What a field held, as text: nothing, yes or no, a date, a name, a list, or the value itself. */
export function valueInWords(value: unknown, names: Names = new Map(), field = ''): string {
	if (value === null || value === undefined || value === '') return 'nothing';
	if (typeof value === 'boolean') return value ? 'yes' : 'no';
	if (typeof value === 'number') return numberInWords(value, field);
	if (typeof value === 'string') return isDay(value) ? showDay(value) : named(value, names);
	if (Array.isArray(value)) return value.map((one) => valueInWords(one, names, field)).join(', ') || 'nothing';
	const held = Object.entries(value as object).filter(
		([key, one]) => !keptApart.includes(key) && one !== null && one !== '' && one !== false
	);
	return held.map(([key, one]) => `${fieldInWords(key, names)}: ${valueInWords(one, names, key)}`).join('; ') || 'nothing';
}

function numberInWords(value: number, field: string): string {
	if (isMoment(value)) return showMoment(value);
	if (/pence$/i.test(field)) return pounds.format(value / 100);
	// the index is kept in hundredths
	return field === 'agreedIndex' ? (value / 100).toFixed(2) : String(value);
}

/** A line's changes, a row a field. */
export const changesInWords = (change: Changes, names: Names = new Map()) =>
	Object.entries(change).map(([field, { from, to }]) => ({
		field: fieldInWords(field, names, to ?? from),
		from: valueInWords(from, names, field),
		to: valueInWords(to, names, field)
	}));

const mostInList = 140;
/** The changes in one short text for a list: 'Name, kind'. */
export function fieldsInWords(change: Changes, names: Names = new Map()): string {
	const text = Object.entries(change)
		.map(([field, { from, to }]) => fieldInWords(field, names, to ?? from))
		.join(', ');
	return text.length > mostInList ? `${text.slice(0, mostInList)}…` : text;
}

/** What a line was done to, by name: 'Parking permits'. Empty for what is gone and for what there is only one of. */
export function thingInWords(line: { thing: string; thingId: string; change: Changes }, names: Names): string {
	if (line.thing === 'council') return '';
	const { name, title, text } = line.change;
	const said = [name, title, text].map((change) => change?.to ?? change?.from).find((one) => typeof one === 'string');
	const parts = line.thingId.split(' ').map((part) => (part.match(idIn) ? (names.get(part) ?? '') : part));
	return parts.filter(Boolean).join(', ') || (typeof said === 'string' ? said : '');
}

/** Where a thing of the trail can be looked at, for what administrators can see. */
export function addressOfThing(thing: string, id: string): string | null {
	if (thing === 'person') return `/admin/people/${id}`;
	if (thing === 'council') return '/admin/settings';
	if (thing === 'directorate' || thing === 'service' || thing === 'team') return `/admin/structure/${thing}s/${id}`;
	return null;
}
