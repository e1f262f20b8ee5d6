import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import type { Database } from '#lib/server/database.ts';
import { inOneLine, pathUp } from './paths.ts';
import { strandsOf, strandsOfObjectives, type TiedStrand } from './tied.server.ts';
import { thingsSeen } from './things/seeing.server.ts';
import { threadOf } from './thread.server.ts';
import type { TieKind } from './ties.ts';

/** The strands that each of several things of one kind is tied to; one that cannot be tied, as an earlier version has it, is left out. */
export type TiedOfEach = { kind: TieKind; of: Record<string, TiedStrand[]> };

export type TiedView = {
	kind: TieKind | 'objective';
	thing: string;
	/** What it is tied to, each with the path to the vision in one line; '' where none leads there. */
	strands: (TiedStrand & { line: string })[];
};

/**
 * What a thing is tied to, for the component on its own page; null for whoever does not see the thread. The thing itself was
 * looked up through the person before.
 */
export function tiedView(db: Database, person: Person, kind: TieKind | 'objective', thing: string): TiedView | null {
	if (!can(person, 'see thread')) return null;
	const found = kind === 'objective' ? strandsOfObjectives(db, [thing]) : strandsOf(db, kind, [thing]);
	const thread = threadOf(db);
	const strands = (found.get(thing) ?? []).map((strand) => ({ ...strand, line: inOneLine(pathUp(thread, strand.id)) }));
	return { kind, thing, strands };
}

/** What each of these things is tied to, for a page that lists them; null for whoever does not see the thread. */
export function tiedOfEach(db: Database, person: Person, kind: TieKind, things: readonly string[], today: string): TiedOfEach | null {
	if (!can(person, 'see thread')) return null;
	const known = thingsSeen(db, person, kind, { things, most: things.length }, today).map(({ thing }) => thing);
	const found = strandsOf(db, kind, known);
	return { kind, of: Object.fromEntries(known.map((thing) => [thing, found.get(thing) ?? []])) };
}

/** The address of the page where a thing is tied to strands. */
export const tiesAddress = (kind: string, thing: string): string => `/thread/ties?${new URLSearchParams({ kind, thing })}`;
