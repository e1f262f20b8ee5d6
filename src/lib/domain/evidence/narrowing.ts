import { currencies, type Currency } from './currency.ts';
import { evidenceKinds, strengths } from './tables.ts';
import type { EvidenceKind, Strength } from './wording.ts';

export const sorts = ['title', '-title', 'ends', '-ends'] as const;
export type Sort = (typeof sorts)[number];

/** How the library is narrowed and sorted, and from where its page goes on. Empty text narrows nothing. */
export type Narrowing = {
	search: string;
	service: string;
	owner: string;
	kind: EvidenceKind | '';
	strength: Strength | '';
	/** Without one, everything that is not withdrawn. */
	currency: Currency | '';
	sort: Sort;
	/** The id of the last piece on the page before, or of the first on the page after. */
	after: string;
	before: string;
};

const oneOf = <T extends string, D extends string>(values: readonly T[], text: string | null, otherwise: D): T | D =>
	values.find((value) => value === text) ?? otherwise;

/** Reads an address; what makes no sense in it is passed over. */
export const narrowingIn = (query: URLSearchParams): Narrowing => ({
	search: (query.get('search') ?? '').trim().slice(0, 100),
	service: query.get('service') ?? '',
	owner: query.get('owner') ?? '',
	kind: oneOf(evidenceKinds, query.get('kind'), ''),
	strength: oneOf(strengths, query.get('strength'), ''),
	currency: oneOf(currencies, query.get('currency'), ''),
	sort: oneOf(sorts, query.get('sort'), 'title'),
	after: query.get('after') ?? '',
	before: query.get('before') ?? ''
});
