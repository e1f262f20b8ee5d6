import { aliasedTable, and, desc, eq, notExists, sql } from 'drizzle-orm';
import { actions } from '#lib/domain/actions/tables.ts';
import { assessments } from '#lib/domain/assessments/tables.ts';
import { findings, recommendations } from '#lib/domain/findings/tables.ts';
import { lessons } from '#lib/domain/journeys/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { agendaItems, decisions } from './tables.ts';
import type { Thing } from './agenda.server.ts';

const later = aliasedTable(decisions, 'later');

/** The decision that stands about a thing, whichever meeting made it; null where there is none. */
export const decisionThatStands = (db: Database, { kind, thingId }: Thing) =>
	db
		.select({ id: decisions.id, number: decisions.number, decision: decisions.decision, deferredTo: decisions.deferredTo })
		.from(agendaItems)
		.innerJoin(decisions, eq(decisions.itemId, agendaItems.id))
		.where(
			and(
				eq(agendaItems.kind, kind),
				eq(agendaItems.thingId, thingId),
				notExists(
					db
						.select({ one: sql`1` })
						.from(later)
						.where(eq(later.supersedesId, decisions.id))
				)
			)
		)
		.orderBy(desc(decisions.number))
		.limit(1)
		.get() ?? null;

const tableOf = { finding: findings, recommendation: recommendations, award: assessments, lesson: lessons } as const;

/** The version of the thing on the agenda, so that nothing is decided about what changed since the chair read its paper. */
export function versionOfThing(db: Database, { kind, thingId }: Thing): number {
	const table = tableOf[kind];
	return (
		db
			.select({ version: sql<number>`${table.version}` })
			.from(table)
			.where(eq(sql`${table.id}`, thingId))
			.get()?.version ?? 0
	);
}

/** Whether accepting a thing makes an action: a recommendation that is none yet. DOMAIN section 3. */
export const needsAction = (db: Database, { kind, thingId }: Thing): boolean =>
	kind === 'recommendation' && !db.select({ id: actions.id }).from(actions).where(eq(actions.recommendationId, thingId)).get();
