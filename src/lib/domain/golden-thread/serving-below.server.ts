import { and, sql, type SQL } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Person } from '#lib/domain/access/person.ts';
import { inSight as actionsInSight, statusShown } from '#lib/domain/actions/narrowing.server.ts';
import { actions } from '#lib/domain/actions/tables.ts';
import { inSight as findingsInSight } from '#lib/domain/findings/narrowing.server.ts';
import { findings, recommendations } from '#lib/domain/findings/tables.ts';
import { inSight as journeysInSight } from '#lib/domain/journeys/narrowing.server.ts';
import { journeys } from '#lib/domain/journeys/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { countsOf, type ActionCounts } from './action-words.ts';
import { isAmong } from './among.ts';
import type { ThingsByKind } from './ties-below.server.ts';
import { thingsSeen } from './things/seeing.server.ts';
import type { ThreadThing } from './things/thread-thing.ts';
import { tieKinds, type TieKind } from './ties.ts';

/** How many rows there are in each state. */
function byState(db: Database, table: SQLiteTable, state: SQL<string>, where: SQL | undefined): Map<string, number> {
	const rows = db
		.select({ state, n: sql<number>`count(*)` })
		.from(table)
		.where(where)
		.groupBy(state)
		.all();
	return new Map(rows.map(({ state, n }) => [state, n]));
}

const sum = (states: Map<string, number>, without: string) =>
	[...states].reduce((n, [state, more]) => (state === without ? n : n + more), 0);

/** These actions, counted by how they stand today, as far as the person sees them; those dropped are left out. */
export function actionCounts(db: Database, person: Person, ids: readonly string[], today: string): ActionCounts {
	const states = ids.length
		? byState(db, actions, statusShown(today), and(isAmong(actions.id, ids), actionsInSight(person)))
		: new Map<string, number>();
	return countsOf(states);
}

/** These journeys, as far as the person sees them: how many, and of how many the review is finished. */
export function journeyCounts(db: Database, person: Person, ids: readonly string[]): { total: number; reviewed: number } {
	if (!ids.length) return { total: 0, reviewed: 0 };
	const states = byState(db, journeys, sql<string>`${journeys.state}`, and(isAmong(journeys.id, ids), journeysInSight(person)));
	return { total: sum(states, 'abandoned'), reviewed: states.get('finished') ?? 0 };
}

/** How many of these recommendations the person sees, but for those withdrawn. */
export function recommendationCount(db: Database, person: Person, ids: readonly string[]): number {
	if (!ids.length) return 0;
	const own = sql`${recommendations.findingId} in (select ${findings.id} from ${findings} where ${findingsInSight(db, person) ?? sql`true`})`;
	const states = byState(db, recommendations, sql<string>`${recommendations.state}`, and(isAmong(recommendations.id, ids), own));
	return sum(states, 'withdrawn');
}

/** The first of what of each kind is among these, as far as the person sees it. */
export const firstThings = (
	db: Database,
	person: Person,
	things: ThingsByKind,
	today: string,
	most: number
): Record<TieKind, ThreadThing[]> =>
	Object.fromEntries(tieKinds.map((kind) => [kind, thingsSeen(db, person, kind, { things: things[kind], most }, today)])) as Record<
		TieKind,
		ThreadThing[]
	>;
