import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { grants, people } from '#lib/domain/access/tables.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { done, refused, type Outcome, type Refused } from '#lib/domain/outcome.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import { servicesNotToVisit, whyNotToVisit } from './declaring-ties.server.ts';
import { refusedWhenClosed } from './keeping-waves.server.ts';
import { planVisits, type PlanAsked, type PlannedVisit } from './planning.ts';
import { programmes, scenarios, scenarioServices, visits, waves } from './tables.ts';

/** Who and what a plan is drawn from; `seed` is text that anyone may know. */
export type PlanChoices = {
	seed: string;
	perService: number;
	windowDays: number;
	services: string[];
	scenarios: string[];
	shoppers: string[];
};

/** Those who hold the role of mystery shopper and can sign in, by name. */
export const shoppersOf = (db: Database) =>
	db
		.selectDistinct({ id: people.id, name: people.name })
		.from(grants)
		.innerJoin(people, eq(people.id, grants.personId))
		.where(and(eq(grants.role, 'mystery shopper'), isNull(people.deactivatedAt)))
		.orderBy(asc(inAnyCase(people.name)), asc(people.id))
		.all();

/** The scenarios in the bank that are not retired, each with the services it can be played to. */
export function scenariosToPlan(db: Database) {
	const links = db.select().from(scenarioServices).all();
	return db
		.select({ id: scenarios.id, number: scenarios.number, name: scenarios.title, channel: scenarios.channel, variants: scenarios.variants })
		.from(scenarios)
		.where(isNull(scenarios.retiredOn))
		.orderBy(asc(scenarios.number))
		.all()
		.map((scenario) => ({
			...scenario,
			services: links
				.filter(({ scenarioId }) => scenarioId === scenario.id)
				.map(({ serviceId }) => serviceId)
				.sort()
		}));
}

/** All that a plan depends on, as it stands now. */
function askedOf(tx: Database, wave: { startOn: string; endOn: string }, chosen: PlanChoices): PlanAsked {
	const shoppers = shoppersOf(tx).filter(({ id }) => chosen.shoppers.includes(id));
	const never = servicesNotToVisit(
		tx,
		shoppers.map(({ id }) => id)
	);
	const open = tx
		.select({ id: services.id, name: services.name })
		.from(services)
		.where(and(inArray(services.id, chosen.services), isNull(services.closedOn)))
		.orderBy(asc(services.id))
		.all();
	return {
		seed: chosen.seed,
		startOn: wave.startOn,
		endOn: wave.endOn,
		perService: chosen.perService,
		windowDays: chosen.windowDays,
		services: open,
		scenarios: scenariosToPlan(tx)
			.filter(({ id }) => chosen.scenarios.includes(id))
			.map(({ id, name, channel, variants, services: suited }) => ({ id, name, channel, variants: variants.length, services: suited })),
		shoppers: shoppers.map((shopper) => ({ ...shopper, never: never.get(shopper.id) ?? [] }))
	};
}

const mostVisits = 2000;

/**
 * Draws the plan of a wave by `planningRule` and keeps what was asked with it; drawn again before it is confirmed, it takes
 * the place of the last. Refused with everything that is missing, named, once the plan is confirmed or the wave closed.
 * DOMAIN section 5.1.
 */
export function drawPlan(db: Database, person: Person, waveId: string, chosen: PlanChoices): Outcome<{ visits: number }> {
	return write(db, (tx) => {
		const wave = tx.select().from(waves).where(eq(waves.id, waveId)).get();
		const closed =
			refusedWhenClosed(tx, waveId) ??
			(wave?.confirmedAt ? refused('confirmed', 'The plan is confirmed: change single visits by hand') : null);
		if (closed || !wave) return closed ?? refused('unknown', 'There is no such wave');
		if (chosen.perService * chosen.services.length > mostVisits)
			return refused('too-many', `A plan holds at most ${mostVisits.toLocaleString('en-GB')} visits`, 'perService');
		const asked = askedOf(tx, wave, chosen);
		const planned = planVisits(asked);
		if (!planned.ok) return planned;
		tx.delete(visits)
			.where(and(eq(visits.waveId, waveId), eq(visits.state, 'planned'), isNull(visits.agency)))
			.run();
		insertPlanned(tx, waveId, planned.visits);
		tx.update(waves)
			.set({ asked, drawnAt: now(), drawnBy: person.id, version: wave.version + 1 })
			.where(eq(waves.id, waveId))
			.run();
		const change = { seed: { from: wave.asked?.seed ?? null, to: chosen.seed }, visits: { from: null, to: planned.visits.length } };
		record(tx, person, `drew the plan of wave ${wave.number}, ${wave.name}`, { kind: 'wave', id: waveId }, change);
		return done({ visits: planned.visits.length });
	});
}

/** The next number a visit gets. */
export const nextVisitNumber = (tx: Transaction): number =>
	(tx
		.select({ last: sql<number | null>`max(${visits.number})` })
		.from(visits)
		.get()?.last ?? 0) + 1;

function insertPlanned(tx: Transaction, waveId: string, planned: readonly PlannedVisit[]): void {
	const tellings = new Map(scenariosToPlan(tx).map(({ id, variants }) => [id, variants]));
	const first = nextVisitNumber(tx);
	const inTime = [...planned].sort((a, b) => (a.fromOn + a.timeOfDay + a.serviceId < b.fromOn + b.timeOfDay + b.serviceId ? -1 : 1));
	const rows = inTime.map(({ telling, ...visit }, n) => ({
		...visit,
		waveId,
		number: first + n,
		variant: telling === 0 ? '' : (tellings.get(visit.scenarioId)?.[telling - 1] ?? '')
	}));
	// a statement takes so many values at most
	for (let from = 0; from < rows.length; from += 200)
		tx.insert(visits)
			.values(rows.slice(from, from + 200))
			.run();
}

/**
 * Confirms the drawn plan, as changed by hand since: shoppers see their visits from then on. Refused while staff were not
 * given notice by the wave's first day, or somebody would visit a service they work in or declared a tie to since.
 */
export function confirmPlan(db: Database, person: Person, waveId: string): Outcome {
	return write(db, (tx) => {
		const wave = tx.select().from(waves).where(eq(waves.id, waveId)).get();
		if (!wave) return refused('unknown', 'There is no such wave');
		if (wave.confirmedAt !== null) return done();
		const refusal = refusedWhenClosed(tx, waveId) ?? refusedPlan(tx, wave);
		if (refusal) return refusal;
		tx.update(waves)
			.set({ confirmedAt: now(), confirmedBy: person.id, version: wave.version + 1 })
			.where(eq(waves.id, waveId))
			.run();
		record(tx, person, `confirmed the plan of wave ${wave.number}, ${wave.name}`, { kind: 'wave', id: waveId });
		return done();
	});
}

function refusedPlan(tx: Transaction, wave: typeof waves.$inferSelect): Refused | null {
	if (wave.drawnAt === null) return refused('not-drawn', 'Draw the plan first');
	const notice = tx.select({ on: programmes.noticeGivenOn }).from(programmes).where(eq(programmes.id, wave.programmeId)).get()?.on;
	if (!notice || notice > wave.startOn)
		return refused(
			'no-notice',
			'Staff must have been given notice by the first day of the wave. Enter the day on the page of the programme'
		);
	const pairs = tx
		.selectDistinct({ shopperId: visits.shopperId, serviceId: visits.serviceId, name: people.name })
		.from(visits)
		.innerJoin(people, eq(people.id, visits.shopperId))
		.where(and(eq(visits.waveId, wave.id), eq(visits.state, 'planned')))
		.all();
	const never = servicesNotToVisit(
		tx,
		pairs.flatMap(({ shopperId }) => shopperId ?? [])
	);
	const torn = pairs.find(({ shopperId, serviceId }) => never.get(shopperId ?? '')?.includes(serviceId));
	return torn
		? refused('conflict', `${torn.name}: ${whyNotToVisit(tx, torn.shopperId ?? '', torn.serviceId)}. Give the visit to somebody else`)
		: null;
}

/**
 * Whether drawing again from what was kept gives the plan that stands: true where every drawn visit is in it. Changes made by
 * hand since show as differences. Null where nothing was drawn.
 */
export function drawnAgain(db: Database, waveId: string): { same: number; of: number } | null {
	const asked = db.select({ asked: waves.asked }).from(waves).where(eq(waves.id, waveId)).get()?.asked;
	const planned = asked && planVisits(asked);
	if (!planned?.ok) return null;
	const keyOf = (visit: Pick<PlannedVisit, 'serviceId' | 'scenarioId' | 'fromOn' | 'toOn' | 'timeOfDay'> & { shopperId: string | null }) =>
		[visit.serviceId, visit.scenarioId, visit.shopperId, visit.fromOn, visit.toOn, visit.timeOfDay].join('|');
	const stands = db.select().from(visits).where(eq(visits.waveId, waveId)).all().map(keyOf);
	const same = planned.visits.filter((visit) => {
		const at = stands.indexOf(keyOf(visit));
		return at >= 0 && stands.splice(at, 1).length === 1;
	}).length;
	return { same, of: planned.visits.length };
}
