import { and, eq, sql } from 'drizzle-orm';
import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { channels, type Channel } from '#lib/domain/journeys/channels.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { staleSave } from '#lib/domain/stale.server.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import { notFound } from '#lib/server/guard.ts';
import { showMonth } from './month.ts';
import { pafSettingsOf } from './settings.server.ts';
import { pafAssessments, pafMonths, pafQuotas } from './tables.ts';

/** How many of each channel are drawn for an advisor; a channel that is left out has none. */
export type Quotas = Partial<Record<Channel, number>>;

const thingOf = (id: string) => ({ kind: 'PAF month', id });

/** Opens a month of a service. Whether chosen interactions count in it is as the council has it today. */
export function openMonth(
	db: Database,
	person: Person,
	input: { serviceId: string; month: string; quotas: Quotas }
): Outcome<{ id: string }> {
	const { serviceId, month, quotas } = input;
	return write(db, (tx) => {
		const service = tx.select().from(services).where(eq(services.id, serviceId)).get();
		if (!service || service.closedOn || !can(person, 'run PAF', { serviceId }))
			return refused('no-service', 'Choose a service', 'serviceId');
		const there = and(eq(pafMonths.serviceId, serviceId), eq(pafMonths.month, month));
		if (tx.select({ id: pafMonths.id }).from(pafMonths).where(there).get())
			return refused('month-there', `${showMonth(month)} is open for ${service.name} already`, 'month');
		const { chosenCount } = pafSettingsOf(tx);
		const values = { serviceId, month, chosenCount, openedAt: now(), openedBy: person.id };
		const { id } = tx.insert(pafMonths).values(values).returning({ id: pafMonths.id }).get();
		keepQuotas(tx, id, quotas);
		record(
			tx,
			person,
			`opened ${showMonth(month)} of performance assessment`,
			thingOf(id),
			changesOf({}, { service: service.name, ...quotas })
		);
		return done({ id });
	});
}

function keepQuotas(tx: Transaction, monthId: string, quotas: Quotas): void {
	tx.delete(pafQuotas).where(eq(pafQuotas.monthId, monthId)).run();
	const rows = channels.flatMap((channel) => (quotas[channel] ? [{ monthId, channel, perAdvisor: quotas[channel] }] : []));
	if (rows.length) tx.insert(pafQuotas).values(rows).run();
}

export const quotasOf = (db: Database, monthId: string): Quotas =>
	Object.fromEntries(
		db
			.select()
			.from(pafQuotas)
			.where(eq(pafQuotas.monthId, monthId))
			.all()
			.map(({ channel, perAdvisor }) => [channel, perAdvisor])
	);

/** Changes how many are drawn from now on; samples that were drawn stay. */
export function setQuotas(db: Database, person: Person, input: { id: string; quotas: Quotas; version: number }): Outcome {
	return changeMonth(db, person, input, 'changed how many interactions are drawn', (tx) => {
		const before = quotasOf(tx, input.id);
		keepQuotas(tx, input.id, input.quotas);
		return { set: {}, changes: changesOf<Quotas>(before, { ...input.quotas }) };
	});
}

/** Closes a month: nothing more is drawn, chosen, scored or released in it. Refused while something is drafted. */
export function closeMonth(db: Database, person: Person, input: { id: string; version: number }): Outcome {
	const drafted = and(eq(pafAssessments.monthId, input.id), eq(pafAssessments.state, 'drafted'));
	const waiting =
		db
			.select({ n: sql<number>`count(*)` })
			.from(pafAssessments)
			.where(drafted)
			.get()?.n ?? 0;
	if (waiting)
		return refused(
			'drafts',
			`${waiting === 1 ? 'One score is' : `${waiting} scores are`} drafted and not released. Release or finish them first`
		);
	return changeMonth(db, person, input, 'closed the month of performance assessment', () => ({
		set: { state: 'closed', closedAt: now(), closedBy: person.id },
		changes: { state: { from: 'open', to: 'closed' } }
	}));
}

/** Opens a closed month again. */
export function reopenMonth(db: Database, person: Person, input: { id: string; version: number }): Outcome {
	return write(db, (tx) => {
		const { id, version } = input;
		const set = { state: 'open' as const, closedAt: null, closedBy: null, version: version + 1 };
		const here = and(eq(pafMonths.id, id), eq(pafMonths.version, version), eq(pafMonths.state, 'closed'));
		if (!tx.update(pafMonths).set(set).where(here).run().changes) return refused('not-closed', 'This month is open');
		record(tx, person, 'opened the month of performance assessment again', thingOf(id), { state: { from: 'closed', to: 'open' } });
		return done();
	});
}

type Made = { set: Partial<typeof pafMonths.$inferInsert>; changes: ReturnType<typeof changesOf> };

function changeMonth(
	db: Database,
	person: Person,
	input: { id: string; version: number },
	what: string,
	make: (tx: Transaction) => Made
): Outcome {
	const { id, version } = input;
	return write(db, (tx) => {
		const stands = tx.select().from(pafMonths).where(eq(pafMonths.id, id)).get();
		if (!stands) return refused('gone', 'There is no such month');
		if (stands.state !== 'open') return refused('month-closed', `${showMonth(stands.month)} is closed`);
		if (stands.version !== version) return staleSave<Record<string, unknown>>(tx, thingOf(id), stands, {}, {});
		const { set, changes } = make(tx);
		tx.update(pafMonths)
			.set({ ...set, version: version + 1 })
			.where(eq(pafMonths.id, id))
			.run();
		record(tx, person, what, thingOf(id), changes);
		return done();
	});
}

const line = {
	id: pafMonths.id,
	serviceId: pafMonths.serviceId,
	service: services.name,
	month: pafMonths.month,
	state: pafMonths.state,
	chosenCount: pafMonths.chosenCount,
	version: pafMonths.version
};
const select = (db: Database) => db.select(line).from(pafMonths).innerJoin(services, eq(services.id, pafMonths.serviceId));

export type MonthLine = NonNullable<ReturnType<typeof monthIn>>;

/** A month, for somebody who runs PAF in its service; anyone else finds none. */
export function monthRun(db: Database, person: Person, id: string): MonthLine {
	const found = select(db).where(eq(pafMonths.id, id)).get();
	return found && can(person, 'run PAF', { serviceId: found.serviceId }) ? found : notFound();
}

/** The month of a service that takes interactions and scores; undefined where it was not opened. */
export const monthIn = (db: Database, serviceId: string, month: string) =>
	select(db)
		.where(and(eq(pafMonths.serviceId, serviceId), eq(pafMonths.month, month)))
		.get();
