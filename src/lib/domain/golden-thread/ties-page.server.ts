import type { Person } from '#lib/domain/access/person.ts';
import type { Database } from '#lib/server/database.ts';
import { isTieKind, tieKindNames, type TieKind } from './ties.ts';
import { mayKeep } from './strand-thing.ts';
import { suggest } from './suggesting.ts';
import { strandsOf, strandsOfObjectives } from './tied.server.ts';
import { tiedHere } from './ties-below.server.ts';
import { thingsSeen } from './things/seeing.server.ts';
import { objectivesSeen } from './things/objectives.server.ts';
import type { ThreadThing } from './things/thread-thing.ts';
import { levelName, levelNames, levels } from './levels.ts';
import { inOneLine, pathUp } from './paths.ts';
import { threadOf } from './thread.server.ts';
import type { Strand } from './thread.ts';

const mostOffered = 60;
const mostCompared = 2000;

export const kindIn = (query: URLSearchParams): TieKind | 'objective' => {
	const kind = query.get('kind');
	return kind === 'objective' ? 'objective' : isTieKind(kind) ? kind : 'action';
};

export const kindNames: Record<TieKind | 'objective', string> = { ...tieKindNames, objective: 'objectives' };

/** All things of a kind that the person sees and may tie to this strand. */
const tieable = (
	db: Database,
	person: Person,
	strand: Strand,
	kind: TieKind | 'objective',
	search: string,
	most: number,
	today: string
) => {
	const keeps = mayKeep(person, strand);
	const found = kind === 'objective' ? objectivesSeen(db, person, { most }) : thingsSeen(db, person, kind, { search, most }, today);
	return found.filter(({ mayManage, kind }) => mayManage || (keeps && kind !== 'objective'));
};

/** What can be tied to a strand: things of one kind that are like a search, those tied already left out, and suggestions by shared words. */
export function tiesForStrand(db: Database, person: Person, strand: Strand, query: URLSearchParams, today: string) {
	const kind = kindIn(query);
	const search = (query.get('text') ?? '').trim().slice(0, 100);
	const already = new Set(
		kind === 'objective'
			? objectivesSeen(db, person, { strandIds: [strand.id], most: mostCompared }).map(({ thing }) => thing)
			: tiedHere(db, strand.id)[kind]
	);
	const free = (all: ThreadThing[]) => all.filter(({ thing }) => !already.has(thing));
	const found = free(tieable(db, person, strand, kind, search, mostOffered + already.size + 1, today));
	const suggestions = search
		? []
		: suggest(`${strand.title} ${strand.why}`, free(tieable(db, person, strand, kind, '', mostCompared, today)), ({ title }) => title).map(
				({ one, shared }) => ({ ...one, shared })
			);
	const suggested = new Set(suggestions.map(({ thing }) => thing));
	return {
		kind,
		search,
		suggestions,
		things: found.filter(({ thing }) => !suggested.has(thing)).slice(0, mostOffered),
		isMore: found.length > mostOffered,
		already: already.size
	};
}

/** What a thing is tied to, what it could be tied to by shared words, and every strand the person may tie it to. */
export function tiesForThing(db: Database, person: Person, thing: ThreadThing) {
	const thread = threadOf(db);
	const found = thing.kind === 'objective' ? strandsOfObjectives(db, [thing.thing]) : strandsOf(db, thing.kind, [thing.thing]);
	const tied = found.get(thing.thing) ?? [];
	const ids = new Set(tied.map(({ id }) => id));
	const mayTie = (strand: Strand) => thing.mayManage || (thing.kind !== 'objective' && mayKeep(person, strand));
	const free = thread.strands.filter((strand) => !ids.has(strand.id) && mayTie(strand));
	const lineOf = (id: string) => inOneLine(pathUp(thread, id));
	return {
		tied: tied.map((strand) => {
			const own = thread.byId.get(strand.id);
			return { ...strand, line: lineOf(strand.id), mayUntie: !!own && mayTie(own) };
		}),
		suggestions: suggest(thing.title, free, ({ title, why }) => `${title} ${why}`).map(({ one, shared }) => ({
			id: one.id,
			number: one.number,
			title: one.title,
			level: levelName(one.level),
			line: lineOf(one.id),
			shared
		})),
		strands: levels
			.map((level) => ({
				label: levelNames[level],
				options: free
					.filter((strand) => strand.level === level)
					.map(({ id, number, title }) => ({ value: id, label: `${title} (${number})` }))
			}))
			.filter(({ options }) => options.length)
	};
}
