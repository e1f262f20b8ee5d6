import { eq } from 'drizzle-orm';
import { can, servicesWhere } from '#lib/domain/access/can.ts';
import { has, type Person } from '#lib/domain/access/person.ts';
import { people } from '#lib/domain/access/tables.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { notFound } from '#lib/server/guard.ts';
import { programmes, scenarios, visits, waves } from './tables.ts';

/** Whether somebody has anything to do with the results of mystery shopping at all. */
export const seesResults = (person: Person): boolean => servicesWhere(person, 'see shopping results').length > 0;

/** Whether somebody checks visits anywhere. */
export const checksVisits = (person: Person): boolean => servicesWhere(person, 'check visit').length > 0;
export const isShopper = (person: Person): boolean => has(person, 'mystery shopper');

/** A programme of somebody who runs shopping or sees its results; 404 otherwise. */
export function programmeSeen(db: Database, person: Person, id: string) {
	if (!seesResults(person)) notFound();
	return db.select().from(programmes).where(eq(programmes.id, id)).get() ?? notFound();
}

const waveAndProgramme = (db: Database, id: string) =>
	db
		.select({ wave: waves, programme: programmes })
		.from(waves)
		.innerJoin(programmes, eq(programmes.id, waves.programmeId))
		.where(eq(waves.id, id))
		.get() ?? notFound();

/** A wave with its programme, for whoever runs shopping; 404 for anybody else. */
export function waveToRun(db: Database, person: Person, id: string) {
	if (!can(person, 'run shopping')) notFound();
	return waveAndProgramme(db, id);
}

/** A wave for whoever sees its results, and the services they see them of; 404 otherwise. A viewer sees closed waves only. */
export function waveWithResults(db: Database, person: Person, id: string) {
	if (!seesResults(person)) notFound();
	const found = waveAndProgramme(db, id);
	const seen = servicesWhere(person, 'see shopping results', { status: found.wave.state });
	if (seen !== 'all' && !seen.length) notFound();
	return { ...found, services: seen };
}

/** A scenario for whoever runs shopping; 404 otherwise: who is visited must not know it. */
export function scenarioToRun(db: Database, person: Person, id: string) {
	if (!can(person, 'run shopping')) notFound();
	return db.select().from(scenarios).where(eq(scenarios.id, id)).get() ?? notFound();
}

const visitColumns = {
	visit: visits,
	wave: waves,
	scenario: scenarios,
	service: services.name,
	shopper: people.name
};

const visitById = (db: Database, id: string) =>
	db
		.select(visitColumns)
		.from(visits)
		.innerJoin(waves, eq(waves.id, visits.waveId))
		.innerJoin(scenarios, eq(scenarios.id, visits.scenarioId))
		.innerJoin(services, eq(services.id, visits.serviceId))
		.leftJoin(people, eq(people.id, visits.shopperId))
		.where(eq(visits.id, id))
		.get();

/** A visit that was given to this shopper in a confirmed plan; 404 for anybody else, whatever they may do. */
export function visitOfShopper(db: Database, person: Person, id: string) {
	const found = visitById(db, id);
	return found && found.visit.shopperId === person.id && found.wave.confirmedAt !== null ? found : notFound();
}

/** A visit that was handed in, for a second person who may check it; 404 otherwise. */
export function visitToCheck(db: Database, person: Person, id: string) {
	const found = visitById(db, id);
	const may =
		found &&
		found.visit.formId !== null &&
		can(person, 'check visit', { serviceId: found.visit.serviceId, scoredBy: found.visit.shopperId });
	return may && ['submitted', 'checked', 'left out', 'sent back'].includes(found.visit.state) ? found : notFound();
}

/** A visit of a wave, for whoever plans it; 404 otherwise. */
export function visitToPlan(db: Database, person: Person, id: string) {
	if (!can(person, 'run shopping')) notFound();
	return visitById(db, id) ?? notFound();
}

/** A visit for its shopper, or for a second person who may check it: who may see what was brought back; 404 otherwise. */
export const visitOfShopperOrChecker = (db: Database, person: Person, id: string) => {
	const found = visitById(db, id);
	return found?.visit.shopperId === person.id ? visitOfShopper(db, person, id) : visitToCheck(db, person, id);
};
