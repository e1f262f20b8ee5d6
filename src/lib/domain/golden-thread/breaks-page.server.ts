import type { Person } from '#lib/domain/access/person.ts';
import type { Database } from '#lib/server/database.ts';
import { breakKinds, breaksOf, breakWords, type Break, type BreakKind, type Loose } from './breaks.ts';
import { isLevel, levelName, type Level } from './levels.ts';
import { isLike } from './outline.ts';
import { looseCount, looseOf } from './loose.server.ts';
import { mayKeep } from './strand-thing.ts';
import { untilThreadChanges } from './stamp.server.ts';
import { threadOf } from './thread.server.ts';
import { tiedFacts } from './tied-facts.server.ts';
import { tiesAddress } from './tied-view.server.ts';

export type BreakFilters = { text: string; what: BreakKind | ''; level: Level | ''; service: string };
export const breakFiltersIn = (query: URLSearchParams): BreakFilters => {
	const what = query.get('what');
	const level = query.get('level');
	return {
		text: (query.get('text') ?? '').trim().slice(0, 100),
		what: breakKinds.find((kind) => kind === what) ?? '',
		level: isLevel(level) ? level : '',
		service: (query.get('service') ?? '').slice(0, 60)
	};
};

/** A break as a list shows it. `mend`: where it is mended and what the button says; null for whoever may not. */
export type BreakSeen = {
	key: string;
	title: string;
	place: string;
	href: string;
	what: BreakKind;
	words: string;
	mend: { href: string; label: string } | null;
};

const mending: Record<BreakKind, { label: string; at: (number: number) => string }> = {
	'no owner': { label: 'Give it an owner', at: (number) => `/thread/${number}/details#ownerId` },
	'nothing below': { label: 'Add what serves it', at: (number) => `/thread/new?under=${number}` },
	'no measure': { label: 'Tie a measure', at: (number) => `/thread/${number}/ties?kind=measure` },
	'tied to nothing': { label: 'Say what it serves', at: (number) => `/thread/${number}/place` }
};

function shown(person: Person, one: Break): BreakSeen {
	const words = breakWords[one.what];
	if (one.loose) {
		const { kind, id, title, place, href } = one.loose;
		return { key: `${kind} ${id}`, title, place, href, what: one.what, words, mend: { href: tiesAddress(kind, id), label: 'Tie it' } };
	}
	const { id, number, level, title } = one.strand;
	const { label, at } = mending[one.what];
	return {
		key: `${id} ${one.what}`,
		title,
		place: levelName(level),
		href: `/thread/${number}`,
		what: one.what,
		words,
		mend: mayKeep(person, one.strand) ? { href: at(number), label } : null
	};
}

/** The breaks of the strands that are asked for, not yet worded: there may be thousands. They are the same for everybody. */
const ofStrands = (db: Database, { text = '', what = '', level = '', service = '' }: Partial<BreakFilters>): Break[] =>
	untilThreadChanges(db, `breaks ${what} ${level} ${service} ${text}`, () => {
		const thread = threadOf(db);
		const of = thread.strands.filter((strand) => isLike(strand, { text, level, service }));
		return breaksOf(thread, tiedFacts(db), [], of).filter((one) => !what || one.what === what);
	});

const asBreak = (loose: Loose): Break => ({ what: 'tied to nothing', loose });
const asksForLoose = ({ what, level }: Partial<BreakFilters>) => !level && (!what || what === 'tied to nothing');

function found(db: Database, person: Person, filters: Partial<BreakFilters>): Break[] {
	const loose = asksForLoose(filters) ? looseOf(db, person, filters.service) : [];
	const text = filters.text?.toLowerCase() ?? '';
	const like = loose.filter(({ title, place }) => `${title} ${place}`.toLowerCase().includes(text));
	return [...ofStrands(db, filters), ...like.map(asBreak)];
}

/** Every break of the thread that the person may know of, from the top. DOMAIN section 6. */
export const breaksSeen = (db: Database, person: Person, filters: Partial<BreakFilters>): BreakSeen[] =>
	found(db, person, filters).map((one) => shown(person, one));

/** The first of them, and how many there are: what is loose is only counted unless the strands leave room for it. */
export function firstBreaks(db: Database, person: Person, filters: Partial<BreakFilters>, most: number) {
	const first = ofStrands(db, filters);
	const room = most - first.length;
	const count = asksForLoose(filters) ? looseCount(db, person, filters.service) : 0;
	const loose = room > 0 && count ? looseOf(db, person, filters.service, room) : [];
	return {
		total: first.length + count,
		first: [...first.slice(0, most), ...loose.slice(0, Math.max(room, 0)).map(asBreak)].map((one) => shown(person, one))
	};
}
