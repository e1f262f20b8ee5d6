import { isLevel, type Level } from './levels.ts';
import { tieKindNames, tieKinds } from './ties.ts';

/** What of that serves a strand is listed. */
export const belowKinds = ['strands', 'services', ...tieKinds, 'objective'] as const;
export type BelowKind = (typeof belowKinds)[number];

export const belowNames: Record<BelowKind, string> = { strands: 'strands', services: 'services', ...tieKindNames, objective: 'objectives' };

/** What of the list is asked for; `from`: the row it begins at, from 0. */
export type BelowAsked = { what: BelowKind; text: string; level: Level | ''; sort: 'order' | 'title'; from: number };

export function belowAskedIn(query: URLSearchParams): BelowAsked {
	const [what, level] = [query.get('what'), query.get('level')];
	return {
		what: belowKinds.find((kind) => kind === what) ?? 'strands',
		text: (query.get('text') ?? '').trim().slice(0, 100),
		level: isLevel(level) ? level : '',
		sort: query.get('sort') === 'title' ? 'title' : 'order',
		from: Math.max(0, Number.parseInt(query.get('from') ?? '0', 10) || 0)
	};
}
