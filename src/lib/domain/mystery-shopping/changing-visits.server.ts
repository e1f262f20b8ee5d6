import { and, eq, isNull } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { people } from '#lib/domain/access/tables.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { services, staff, teams } from '#lib/domain/organisation/tables.ts';
import { done, refused, type Outcome, type Refused } from '#lib/domain/outcome.ts';
import { staleSave } from '#lib/domain/stale.server.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import { whyNotToVisit } from './declaring-ties.server.ts';
import { nextVisitNumber } from './drawing-plan.server.ts';
import { shoppersOf } from './plan-asked.server.ts';
import { refusedWhenClosed } from './keeping-waves.server.ts';
import { whyNotTold } from './reporting-level.ts';
import { programmes, scenarios, scenarioServices, visits, waves } from './tables.ts';
import { visitLabels } from './visit-labels.ts';
import type { TimeOfDay } from './words.ts';

/** What is set by hand about a visit. Team and member of staff are '' unless the programme's promise allows them. */
export type VisitDetails = {
	serviceId: string;
	scenarioId: string;
	shopperId: string;
	fromOn: string;
	toOn: string;
	timeOfDay: TimeOfDay;
	teamId: string;
	staffId: string;
};

/**
 * Why a visit cannot be like this; null where it can. Its days lie in the wave, its scenario suits the service, its shopper is
 * one and may visit the service, and it names no team or member of staff below the level promised to staff.
 */
function wrongWith(tx: Transaction, waveId: string, is: VisitDetails): Refused | null {
	const wave = tx.select().from(waves).where(eq(waves.id, waveId)).get();
	if (!wave) return refused('unknown', 'There is no such wave');
	if (is.toOn < is.fromOn) return refused('days', 'The last day must be on or after the first day', 'toOn');
	if (is.fromOn < wave.startOn || is.toOn > wave.endOn)
		return refused('outside', 'The visit must lie within the days of the wave', 'fromOn');
	const suits = and(eq(scenarioServices.scenarioId, is.scenarioId), eq(scenarioServices.serviceId, is.serviceId));
	if (
		!tx
			.select({ id: services.id })
			.from(services)
			.where(and(eq(services.id, is.serviceId), isNull(services.closedOn)))
			.get()
	)
		return refused('unknown-service', 'Choose a service that is open', 'serviceId');
	if (!tx.select({ id: scenarioServices.scenarioId }).from(scenarioServices).where(suits).get())
		return refused('unsuited', 'Choose a scenario that can be played to this service', 'scenarioId');
	if (!shoppersOf(tx).some(({ id }) => id === is.shopperId)) return refused('unknown-shopper', 'Choose a mystery shopper', 'shopperId');
	const conflict = whyNotToVisit(tx, is.shopperId, is.serviceId);
	if (conflict) return refused('conflict', conflict, 'shopperId');
	return refusedBelowPromise(tx, wave.programmeId, is);
}

/** The refusal to note a team or member of staff below the level promised, or one of another service. */
export function refusedBelowPromise(
	tx: Database,
	programmeId: string,
	is: { serviceId: string; teamId: string; staffId: string }
): Refused | null {
	const promised = tx.select({ level: programmes.level }).from(programmes).where(eq(programmes.id, programmeId)).get()?.level ?? 'council';
	const why = (is.staffId && whyNotTold({ promised, at: 'individual' })) || (is.teamId && whyNotTold({ promised, at: 'team' }));
	if (why) return refused('below-promise', why, is.staffId ? 'staffId' : 'teamId');
	const team = is.teamId && tx.select({ serviceId: teams.serviceId }).from(teams).where(eq(teams.id, is.teamId)).get();
	if (is.teamId && (!team || team.serviceId !== is.serviceId)) return refused('unknown-team', 'Choose a team of this service', 'teamId');
	const member = is.staffId && tx.select({ teamId: staff.teamId }).from(staff).where(eq(staff.id, is.staffId)).get();
	if (is.staffId && (!member || member.teamId !== is.teamId)) return refused('unknown-staff', 'Choose somebody of this team', 'staffId');
	return null;
}

const columnsOf = (is: VisitDetails) => ({ ...is, teamId: is.teamId || null, staffId: is.staffId || null });

/** Adds a visit to a wave by hand, under the next number. Refused as `wrongWith` says, and in a closed wave. */
export function addVisit(db: Database, person: Person, waveId: string, details: VisitDetails): Outcome<{ id: string; number: number }> {
	return write(db, (tx) => {
		const refusal = refusedWhenClosed(tx, waveId) ?? wrongWith(tx, waveId, details);
		if (refusal) return refusal;
		const row = { ...columnsOf(details), waveId, number: nextVisitNumber(tx) };
		const { id, number } = tx.insert(visits).values(row).returning({ id: visits.id, number: visits.number }).get();
		record(tx, person, `added visit ${number}`, { kind: 'visit', id }, changesOf({}, row));
		return done({ id, number });
	});
}

/** Changes a visit that nobody has begun. Refused as `addVisit`; stale with both texts where somebody saved since. */
export function changeVisit(
	db: Database,
	person: Person,
	id: string,
	{ version, ...details }: VisitDetails & { version: number }
): Outcome<{ version: number }> {
	return write(db, (tx) => {
		const row = tx.select().from(visits).where(eq(visits.id, id)).get();
		if (!row) return refused('unknown', 'There is no such visit');
		if (row.state !== 'planned') return refused('begun', `This visit is ${row.state}, so it stays as it was planned`);
		const refusal = refusedWhenClosed(tx, row.waveId) ?? wrongWith(tx, row.waveId, details);
		if (refusal) return refusal;
		const fields = columnsOf(details);
		if (row.version !== version)
			return staleSave(tx, { kind: 'visit', id }, { ...row, ...inWords(tx, row) }, inWords(tx, fields), visitLabels);
		const change = changesOf<typeof fields>({ ...row, shopperId: row.shopperId ?? '' }, fields);
		if (!Object.keys(change).length) return done({ version });
		const variant = row.scenarioId === fields.scenarioId ? {} : { variant: '' };
		tx.update(visits)
			.set({ ...fields, ...variant, version: version + 1 })
			.where(eq(visits.id, id))
			.run();
		record(tx, person, `changed visit ${row.number}`, { kind: 'visit', id }, change);
		return done({ version: version + 1 });
	});
}

/** Both texts of a stale save show names. */
function inWords(tx: Transaction, is: Partial<typeof visits.$inferSelect>) {
	const name = (found: { name: string } | undefined) => found?.name ?? '';
	return {
		...is,
		serviceId: name(
			is.serviceId ? tx.select({ name: services.name }).from(services).where(eq(services.id, is.serviceId)).get() : undefined
		),
		scenarioId: name(
			is.scenarioId ? tx.select({ name: scenarios.title }).from(scenarios).where(eq(scenarios.id, is.scenarioId)).get() : undefined
		),
		shopperId: name(is.shopperId ? tx.select({ name: people.name }).from(people).where(eq(people.id, is.shopperId)).get() : undefined)
	};
}
