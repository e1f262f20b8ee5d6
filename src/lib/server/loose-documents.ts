import type { Fault, Path } from './document-faults.ts';

/* Reading documents that may be wrong anywhere: what cannot be read counts as not there, and keeps its place. */

export type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});
// an entry that is no set of fields is the schema's to report, but keeps its place so that paths stay true
export const listOf = (value: unknown): Fields[] => (Array.isArray(value) ? value.map(fieldsOf) : []);
export const known = (value: unknown): boolean => value !== undefined && value !== null;

/** The entries of a list whose `key` was used before, in any case. `what` names an entry. */
export function repeatedIn(entries: readonly Fields[], path: Path, key: string, what: string): Fault[] {
	const seen = new Set<string>();
	return entries.flatMap((item, index) => {
		const name = known(item[key]) ? String(item[key]).toLowerCase() : '';
		if (name === '' || !seen.has(name)) return seen.add(name) && [];
		return [{ path: [...path, index, key], text: `The ${key} ${String(item[key])} is used twice. Give each ${what} its own` }];
	});
}
