import { isLevel } from './levels.ts';
import type { OutlineFilters } from './outline.ts';

/**
 * What of the outline is asked for. `open`: the numbers of the strands that stand open, null for as many as fit; `all`: every strand,
 * page by page; `from`: the strand a page begins at, from 0.
 */
export type OutlineAsked = OutlineFilters & { open: number[] | null; all: boolean; from: number };

/** An address holds no more than so many open strands. */
const mostOpen = 200;

export function outlineAskedIn(query: URLSearchParams): OutlineAsked {
	const [level, open] = [query.get('level'), query.get('open')];
	return {
		text: (query.get('text') ?? '').trim().slice(0, 100),
		level: isLevel(level) ? level : '',
		service: (query.get('service') ?? '').slice(0, 60),
		open:
			open === null || open === 'all'
				? null
				: open
						.split('.')
						.flatMap((text) => (/^\d{1,9}$/.test(text) ? [Number(text)] : []))
						.slice(0, mostOpen),
		all: open === 'all',
		from: Math.max(0, Number.parseInt(query.get('from') ?? '0', 10) || 0)
	};
}

export const isFiltered = ({ text, level, service }: OutlineFilters): boolean => !!(text || level || service);

/** The address of the outline with these strands open; it lands on the one that was opened or folded. */
export const openAddress = (open: readonly number[], at: number): string => `/thread?open=${open.join('.') || 'none'}#strand-${at}`;
