import type { Person } from '#lib/domain/access/person.ts';
import type { Database } from '#lib/server/database.ts';
import { pageSize } from '#lib/server/paging.ts';
import { below } from './below.ts';
import type { BelowAsked } from './below-kinds.ts';
import { breaksIn } from './breaks.ts';
import { levelName } from './levels.ts';
import { isLike } from './outline.ts';
import { servicesBelow } from './services-below.server.ts';
import { servingServices } from './serving-services.server.ts';
import { untilThreadChanges } from './stamp.server.ts';
import { tiedFacts } from './tied-facts.server.ts';
import { objectivesSeen } from './things/objectives.server.ts';
import { thingsSeen } from './things/seeing.server.ts';
import { strandsWithObjectives, tiedBelow } from './ties-below.server.ts';
import type { TieKind } from './ties.ts';
import type { Strand } from './thread.ts';
import { threadOf } from './thread.server.ts';
import { markOf, type StrandMark } from './words.ts';

/** One row of the list, whatever it is. */
export type BelowRow = { key: string; title: string; href: string; place: string; said: string; mark: StrandMark | null };

/** More things of one kind than this are never read at once. */
const most = 5000;
const byTitle = <T extends { title: string }>(rows: T[], sort: BelowAsked['sort']): T[] =>
	sort === 'title' ? [...rows].sort((a, b) => a.title.localeCompare(b.title, 'en-GB')) : rows;

/** Rows of the list, and how each is made ready to be shown: only those of the page are. */
type Found = { total: number; shown: (from: number, to: number) => BelowRow[] };

const ready = (rows: readonly BelowRow[]): Found => ({ total: rows.length, shown: (from, to) => rows.slice(from, to) });

function strandsFound(db: Database, strand: Strand, { text, level, sort }: BelowAsked): Found {
	const [thread, facts] = [threadOf(db), tiedFacts(db)];
	const all = untilThreadChanges(db, `below ${strand.id}`, () => below(thread, strand.id));
	const found = byTitle(text || level ? all.filter((one) => isLike(one, { text, level, service: '' })) : all, sort);
	const shown = ({ id, number, title, level, owner }: Strand): BelowRow => ({
		key: id,
		title,
		href: `/thread/${number}`,
		place: levelName(level),
		said: owner,
		mark: markOf(breaksIn(thread, facts, thread.byId.get(id)!))
	});
	return { total: found.length, shown: (from, to) => found.slice(from, to).map(shown) };
}

function servicesFound(db: Database, person: Person, strand: Strand, { text }: BelowAsked): Found {
	const found = servicesBelow(db, strand).filter(({ name }) => name.toLowerCase().includes(text.toLowerCase()));
	return {
		total: found.length,
		shown: (from, to) =>
			servingServices(db, person, found.slice(from, to)).map(({ id, name, seen, agreed }) => ({
				key: id,
				title: name,
				href: agreed?.href ?? '',
				place: agreed ? `${agreed.framework}, ${agreed.cycle}` : '',
				said: agreed ? `Level ${agreed.level}, ${agreed.award ?? 'no award'}, ${agreed.trend}` : seen ? 'Nothing agreed yet' : '',
				mark: null
			}))
	};
}

function thingsFound(
	db: Database,
	person: Person,
	strand: Strand,
	asked: BelowAsked & { what: TieKind | 'objective' },
	today: string
): Found {
	const { what, text, sort } = asked;
	const found =
		what === 'objective'
			? objectivesSeen(db, person, { strandIds: strandsWithObjectives(db, strand.id), most }).filter(({ title }) =>
					title.toLowerCase().includes(text.toLowerCase())
				)
			: thingsSeen(db, person, what, { things: tiedBelow(db, strand.id)[what], search: text, most }, today);
	return ready(
		byTitle(found, sort).map(({ thing, title, href, place, state }) => ({ key: thing, title, href, place, said: state ?? '', mark: null }))
	);
}

function foundBelow(db: Database, person: Person, strand: Strand, asked: BelowAsked, today: string): Found {
	const { what } = asked;
	if (what === 'strands') return strandsFound(db, strand, asked);
	if (what === 'services') return servicesFound(db, person, strand, asked);
	return thingsFound(db, person, strand, { ...asked, what }, today);
}

/** A page of the list of what serves a strand, with what is below it: strands, services, or what is tied. DOMAIN section 6. */
export function belowPage(db: Database, person: Person, strand: Strand, asked: BelowAsked, today: string) {
	const { total, shown } = foundBelow(db, person, strand, asked, today);
	const from = Math.min(asked.from, Math.max(0, total - 1));
	return {
		total,
		from,
		rows: shown(from, from + pageSize),
		previous: from > 0 ? Math.max(0, from - pageSize) : null,
		next: from + pageSize < total ? from + pageSize : null
	};
}

/** All of the list, to be taken away. */
export function allBelow(db: Database, person: Person, strand: Strand, asked: BelowAsked, today: string): BelowRow[] {
	const { total, shown } = foundBelow(db, person, strand, asked, today);
	return shown(0, total);
}
