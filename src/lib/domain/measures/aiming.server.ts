import { and, eq, isNull, sql } from 'drizzle-orm';
import { servicesWhere } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { actions } from '#lib/domain/actions/tables.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { write, type Database } from '#lib/server/database.ts';
import { rowsOf } from '#lib/server/prepared-query.ts';
import { dayOf } from '#lib/domain/calendar/dates.ts';
import { now } from '#lib/server/clock.ts';
import { measuresSeen } from './finding.server.ts';
import { movedAfter } from './moved.ts';
import { periodOf } from './period.ts';
import { seriesOf } from './series.server.ts';
import { measures } from './tables.ts';

type Aiming = Pick<typeof actions.$inferSelect, 'number' | 'title' | 'status' | 'dueOn' | 'completedOn' | 'serviceId'> & {
	service: string;
};

/** The actions a person sees that aim at a measure, the earliest due first; of one service, or of all. */
export function actionsAiming(db: Database, person: Person, measureId: string, serviceId: string | null): Aiming[] {
	const seen = servicesWhere(person, 'see actions');
	const inSight =
		seen === 'all' ? sql`1` : sql`(a.owner_id = ${person.id} or a.service_id in (select value from json_each(${JSON.stringify(seen)})))`;
	return rowsOf<Aiming>(
		db,
		sql`select a.number, a.title, a.status, a.due_on as dueOn, a.completed_on as completedOn, a.service_id as serviceId, s.name as service
			from action a join service s on s.id = a.service_id
			where a.measure_id = ${measureId} and ${serviceId ? sql`a.service_id = ${serviceId}` : sql`1`} and ${inSight} order by a.due_on, a.number`
	);
}

/** Says which measure an action aims at, or (null) that it aims at none. From the version of the action the person saw. DOMAIN section 3. */
export function aimAction(db: Database, person: Person, number: number, measureId: string | null, seen: number): Outcome {
	return write(db, (tx) => {
		const action = tx.select().from(actions).where(eq(actions.number, number)).get();
		if (!action) return refused('unknown', 'This action is not here any more');
		if (action.version !== seen) return refused('changed', 'This action was changed while you were reading. Look again, then choose.');
		const known =
			measureId === null ||
			tx
				.select({ id: measures.id })
				.from(measures)
				.where(and(eq(measures.id, measureId), isNull(measures.retiredOn)))
				.get();
		if (!known) return refused('no-measure', 'Choose a measure', 'measureId');
		const change = changesOf<object>(action, { measureId });
		if (!Object.keys(change).length) return done();
		tx.update(actions)
			.set({ measureId, version: seen + 1 })
			.where(eq(actions.id, action.id))
			.run();
		record(
			tx,
			person,
			measureId ? 'aimed an action at a measure' : 'took away the measure an action aims at',
			{ kind: 'action', id: action.id },
			change
		);
		return done();
	});
}

/** Months looked at on either side of an action's completion, and some before today. */
const monthsBack = 48;

/** The measure an action aims at, for its own page, and whether it moved after it was done; `seen` is false for who sees no measures. */
export function measureAimedAt(db: Database, person: Person, number: number) {
	const sight = measuresSeen(db, person);
	if (!sight) return { seen: false, measure: null };
	const found = db
		.select({ measure: measures, serviceId: actions.serviceId, status: actions.status, completedOn: actions.completedOn })
		.from(actions)
		.innerJoin(measures, eq(measures.id, actions.measureId))
		.where(eq(actions.number, number))
		.get();
	if (!found) return { seen: true, measure: null };
	const { measure, serviceId, status, completedOn } = found;
	const { releasedOnly } = sight;
	const of = (scope: { serviceId?: string }) => seriesOf(db, measure.id, { ...scope, releasedOnly }, monthsBack, dayOf(now()));
	const own = status === 'done' && completedOn ? of({ serviceId }) : [];
	const points = own.length || status !== 'done' ? own : of({});
	return {
		seen: true,
		measure: {
			name: measure.name,
			href: `/measures/${measure.key}?service=${serviceId}`,
			moved: status === 'done' && completedOn ? movedAfter(measure.unit, measure.direction, points, periodOf(completedOn)).text : null
		}
	};
}

/** The id of the measure an action aims at; null for none. */
export const measureIdAimedAt = (db: Database, number: number): string | null =>
	db.select({ measureId: actions.measureId }).from(actions).where(eq(actions.number, number)).get()?.measureId ?? null;
