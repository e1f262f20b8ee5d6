import { asc, isNotNull } from 'drizzle-orm';
import { objectives } from '#lib/domain/one-to-ones/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { withBelow } from './below.ts';
import { untilThreadChanges } from './stamp.server.ts';
import { strandTies } from './tables.ts';
import { threadOf } from './thread.server.ts';
import { tieKinds, type TieKind } from './ties.ts';

/** Names of things of each kind, as ties.ts names them. */
export type ThingsByKind = Record<TieKind, string[]>;

const none = (): ThingsByKind => Object.fromEntries(tieKinds.map((kind) => [kind, [] as string[]])) as ThingsByKind;

/** Every tie, by its strand: read once until one changes. */
const allTies = (db: Database): Map<string, ThingsByKind> =>
	untilThreadChanges(db, 'ties', () => {
		const found = new Map<string, ThingsByKind>();
		const { strandId, kind, thing } = strandTies;
		for (const tie of db.select({ strandId, kind, thing }).from(strandTies).orderBy(asc(kind), asc(thing)).all()) {
			const own = found.get(tie.strandId) ?? none();
			own[tie.kind].push(tie.thing);
			found.set(tie.strandId, own);
		}
		return found;
	});

/** What is tied to one strand. */
export const tiedHere = (db: Database, strandId: string): ThingsByKind => allTies(db).get(strandId) ?? none();

/** What is tied to a strand or to any below it, each thing once. */
export const tiedBelow = (db: Database, strandId: string): ThingsByKind =>
	untilThreadChanges(db, `ties below ${strandId}`, () => {
		const ties = allTies(db);
		const all = withBelow(threadOf(db), strandId).flatMap((id) => ties.get(id) ?? []);
		return Object.fromEntries(tieKinds.map((kind) => [kind, [...new Set(all.flatMap((own) => own[kind]))]])) as ThingsByKind;
	});

/** Of a strand and those below it, the ones that an objective of a one-to-one serves; whose it is, is not asked here. */
export const strandsWithObjectives = (db: Database, strandId: string): string[] =>
	untilThreadChanges(db, `objectives below ${strandId}`, () => {
		const served = new Set(
			db
				.selectDistinct({ id: objectives.strandId })
				.from(objectives)
				.where(isNotNull(objectives.strandId))
				.all()
				.map(({ id }) => id)
		);
		return withBelow(threadOf(db), strandId).filter((id) => served.has(id));
	});
