import type { Person } from '#lib/domain/access/person.ts';
import type { Database } from '#lib/server/database.ts';
import { breakKinds, breaksOf, breakWords, type Break, type BreakKind } from './breaks.ts';
import { isLevel, levelName, type Level } from './levels.ts';
import { looseOf } from './loose.server.ts';
import { mayKeep } from './strand-thing.ts';
import { threadOf } from './thread.server.ts';
import { tiedFacts } from './tied-facts.server.ts';
import { tiesAddress } from './tied-view.server.ts';

export type BreakFilters = { what: BreakKind | ''; level: Level | ''; service: string };
export const breakFiltersIn = (query: URLSearchParams): BreakFilters => {
	const what = query.get('what');
	const level = query.get('level');
	return {
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

/** The breaks of what is asked for, not yet worded: there may be thousands. */
function found(db: Database, person: Person, { what = '', level = '', service = '' }: Partial<BreakFilters>): Break[] {
	const thread = threadOf(db);
	const of = thread.strands.filter((strand) => (!level || strand.level === level) && (!service || strand.serviceId === service));
	const loose = level || (what && what !== 'tied to nothing') ? [] : looseOf(db, person, service);
	return breaksOf(thread, tiedFacts(db), loose, of).filter((one) => !what || one.what === what);
}

/** Every break of the thread that the person may know of, from the top. DOMAIN section 6. */
export const breaksSeen = (db: Database, person: Person, filters: Partial<BreakFilters>): BreakSeen[] =>
	found(db, person, filters).map((one) => shown(person, one));

/** The first of them, and how many there are. */
export function firstBreaks(db: Database, person: Person, filters: Partial<BreakFilters>, most: number) {
	const all = found(db, person, filters);
	return { total: all.length, first: all.slice(0, most).map((one) => shown(person, one)) };
}
