import { and, eq, isNull } from 'drizzle-orm';
import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { people } from '#lib/domain/access/tables.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { showDay } from '#lib/domain/calendar/dates.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { done, refused, type Outcome, type Refused } from '#lib/domain/outcome.ts';
import { staleSave } from '#lib/domain/stale.server.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import { detailLabels, faultsIn, type JourneyDetails } from './details.ts';
import type { Journey } from './finding.server.ts';
import { refusedUnlessOpen } from './open.server.ts';
import { journeys, journeyServices } from './tables.ts';

/** Everything that is written down about a journey itself; an empty sponsor is nobody. */
export type FullDetails = JourneyDetails & { sponsorId: string; startsWhere: string; endsWhere: string };

type Fields = Omit<FullDetails, 'sponsorId'> & { sponsorId: string | null };

/**
 * Changes what is written down about a journey, from the version the person saw. Stale, with both texts, where somebody
 * saved since; refused where days are out of order, the review is closed, the sponsor cannot sign in or the leading
 * service may not be chosen. The leading service is always one that the journey crosses. DOMAIN sections 4 and 8.
 */
export function editJourney(
	db: Database,
	person: Person,
	journey: Pick<Journey, 'id'>,
	{ version, sponsorId, ...rest }: FullDetails & { version: number }
): Outcome<{ version: number }> {
	return write(db, (tx) => {
		const row = tx.select().from(journeys).where(eq(journeys.id, journey.id)).get();
		if (!row) throw new Error(`There is no journey ${journey.id}`);
		const fields: Fields = { ...rest, sponsorId: sponsorId || null };
		const refusal = refusedUnlessOpen(tx, row.id) ?? wrongWith(tx, person, row, fields);
		if (refusal) return refusal;
		if (row.version !== version)
			return staleSave(
				tx,
				{ kind: 'journey', id: row.id },
				{ ...row, ...inWords(tx, row), version: row.version },
				inWords(tx, fields),
				detailLabels
			);
		const change = changesOf<Fields>(row, fields);
		if (!Object.keys(change).length) return done({ version });
		tx.update(journeys)
			.set({ ...fields, version: version + 1 })
			.where(and(eq(journeys.id, row.id), eq(journeys.version, version)))
			.run();
		tx.insert(journeyServices).values({ journeyId: row.id, serviceId: fields.serviceId }).onConflictDoNothing().run();
		record(tx, person, `changed journey ${row.number}`, { kind: 'journey', id: row.id }, change);
		return done({ version: version + 1 });
	});
}

function wrongWith(tx: Transaction, person: Person, row: typeof journeys.$inferSelect, fields: Fields): Refused | null {
	const fault = faultsIn(fields)[0];
	if (fault) return refused('fault', fault.text, fault.field);
	if (fields.serviceId !== row.serviceId && !mayLead(tx, person, fields.serviceId))
		return refused('not-yours', 'Choose an open service for which you may start a review', 'serviceId');
	if (fields.sponsorId === row.sponsorId || fields.sponsorId === null) return null;
	const sponsor = tx
		.select({ id: people.id })
		.from(people)
		.where(and(eq(people.id, fields.sponsorId), isNull(people.deactivatedAt)))
		.get();
	return sponsor ? null : refused('unknown-sponsor', 'Choose a sponsor who can sign in', 'sponsorId');
}

function mayLead(tx: Transaction, person: Person, serviceId: string): boolean {
	const open = tx
		.select({ id: services.id })
		.from(services)
		.where(and(eq(services.id, serviceId), isNull(services.closedOn)))
		.get();
	return !!open && can(person, 'start journey', { serviceId });
}

/** A stale save shows people and services by name and days as people read them. */
function inWords(tx: Transaction, row: Partial<Fields>): Partial<Record<keyof Fields, unknown>> {
	const sponsor = row.sponsorId ? tx.select({ name: people.name }).from(people).where(eq(people.id, row.sponsorId)).get()?.name : '';
	const service = row.serviceId ? tx.select({ name: services.name }).from(services).where(eq(services.id, row.serviceId)).get()?.name : '';
	const days = (['startOn', 'endOn'] as const).map((name) => [name, row[name] && showDay(row[name])]);
	return { ...row, sponsorId: sponsor, serviceId: service, ...Object.fromEntries(days) };
}
