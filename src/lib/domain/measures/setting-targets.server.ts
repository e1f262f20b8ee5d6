import { and, eq, sql } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { write, type Database } from '#lib/server/database.ts';
import type { TargetTyped } from './forms.ts';
import { showShortPeriod } from './period.ts';
import { measures, measureTargets } from './tables.ts';
import { showTarget } from './value.ts';

const storedTarget = ({ serviceId, channel, untilPeriod, ...rest }: TargetTyped) => ({
	...rest,
	serviceId: serviceId || null,
	channel: channel || null,
	untilPeriod: untilPeriod || null
});

/** Sets a target or a benchmark of a measure from a month on. Refused where one of the same kind and place holds in that stretch. */
export function addTarget(db: Database, person: Person, measureId: string, typed: TargetTyped): Outcome {
	return write(db, (tx) => {
		const measure = tx.select().from(measures).where(eq(measures.id, measureId)).get();
		if (!measure) return refused('unknown', 'This measure is not here any more');
		const target = storedTarget(typed);
		if (measure.unit === 'per cent' && target.hundredths > 10_000) return refused('too-high', 'A share is never above 100', 'hundredths');
		if (target.serviceId && !tx.select({ id: services.id }).from(services).where(eq(services.id, target.serviceId)).get())
			return refused('no-service', 'Choose a service', 'serviceId');
		const beside = tx
			.select()
			.from(measureTargets)
			.where(
				and(
					eq(measureTargets.measureId, measureId),
					eq(measureTargets.kind, target.kind),
					sql`${measureTargets.serviceId} is ${target.serviceId}`,
					sql`${measureTargets.channel} is ${target.channel}`,
					sql`coalesce(${measureTargets.untilPeriod}, '9999-12') >= ${target.fromPeriod}`,
					sql`${measureTargets.fromPeriod} <= ${target.untilPeriod ?? '9999-12'}`
				)
			)
			.get();
		if (beside)
			return refused(
				'overlaps',
				`There is a ${target.kind} of ${showTarget(measure.unit, beside.hundredths / 100)} from ${showShortPeriod(beside.fromPeriod)}${beside.untilPeriod ? ` to ${showShortPeriod(beside.untilPeriod)}` : ' on'}. End it first, or begin later`,
				'fromPeriod'
			);
		tx.insert(measureTargets)
			.values({ ...target, measureId })
			.run();
		record(
			tx,
			person,
			`set a ${target.kind} of a measure`,
			{ kind: 'measure', id: measureId },
			changesOf<object>({}, shownTarget(measure.unit, target))
		);
		return done();
	});
}

const shownTarget = (unit: Parameters<typeof showTarget>[0], { hundredths, kind: _, ...rest }: ReturnType<typeof storedTarget>) => ({
	...rest,
	value: showTarget(unit, hundredths / 100)
});

/** Ends a target with a month: it holds up to then and is kept. */
export function endTarget(
	db: Database,
	person: Person,
	measureId: string,
	{ id, untilPeriod }: { id: string; untilPeriod: string }
): Outcome {
	return write(db, (tx) => {
		const target = tx
			.select()
			.from(measureTargets)
			.where(and(eq(measureTargets.id, id), eq(measureTargets.measureId, measureId)))
			.get();
		if (!target) return refused('unknown', 'This target is not here any more');
		if (target.untilPeriod) return refused('changed', 'This target was ended while you were reading. Look again, then choose.');
		if (untilPeriod < target.fromPeriod)
			return refused('out-of-order', `The last month must be ${showShortPeriod(target.fromPeriod)} or later`, 'untilPeriod');
		tx.update(measureTargets)
			.set({ untilPeriod, version: target.version + 1 })
			.where(eq(measureTargets.id, id))
			.run();
		record(
			tx,
			person,
			`ended a ${target.kind} of a measure`,
			{ kind: 'measure', id: measureId },
			changesOf<object>(target, { untilPeriod })
		);
		return done();
	});
}
