import type { Narrowing } from './narrowing.ts';

/** The address of a list narrowed this way, with some of it changed. Turning a page keeps all else; a new sort begins anew. */
export function addressOf(path: string, narrowing: Partial<Record<keyof Narrowing, string>>): string {
	const parts = Object.entries(narrowing).filter(([name, value]) => value !== '' && !(name === 'sort' && value === 'title'));
	const query = new URLSearchParams(parts as [string, string][]).toString();
	return query ? `${path}?${query}` : path;
}
