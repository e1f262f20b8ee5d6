import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm';
import { servicesWhere } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { actions } from '#lib/domain/actions/tables.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { write, type Database } from '#lib/server/database.ts';
import { measures } from './tables.ts';

/** The actions a person sees that aim at a measure, the earliest due first; of one service, or of all. */
export function actionsAiming(db: Database, person: Person, measureId: string, serviceId: string | null) {
	const seen = servicesWhere(person, 'see actions');
	const inSight = seen === 'all' ? undefined : or(eq(actions.ownerId, person.id), inArray(actions.serviceId, seen));
	return db
		.select({
			number: actions.number,
			title: actions.title,
			status: actions.status,
			dueOn: actions.dueOn,
			completedOn: actions.completedOn,
			serviceId: actions.serviceId,
			service: services.name
		})
		.from(actions)
		.innerJoin(services, eq(services.id, actions.serviceId))
		.where(and(eq(actions.measureId, measureId), serviceId ? eq(actions.serviceId, serviceId) : undefined, inSight))
		.orderBy(asc(actions.dueOn), asc(actions.number))
		.all();
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
