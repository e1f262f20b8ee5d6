import { and, eq } from 'drizzle-orm';
import { can, servicesWhere } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import type { Database } from '#lib/server/database.ts';
import { mustBeAble, notFound } from '#lib/server/guard.ts';
import { calibrationAssessors, calibrationInteractions, calibrations, raterTables } from './tables.ts';

/** A session with the ids of those who take part. */
export type Calibration = typeof calibrations.$inferSelect & { team: string[] };
export type Interaction = typeof calibrationInteractions.$inferSelect;
export type RaterTable = typeof raterTables.$inferSelect;

const isNumber = (text: string) => /^[1-9]\d{0,8}$/.test(text);
const thingOf = ({ runBy, team }: Calibration) => ({ ownerId: runBy, team });

/** Whether the person may start a session, also an assessor of some services only, and bring in ratings. */
export const mayStart = (person: Person): boolean => servicesWhere(person, 'run calibration').length > 0;
export const runs = (person: Person, calibration: Calibration): boolean => can(person, 'run calibration', thingOf(calibration));
export const takesPart = (person: Person, calibration: Calibration): boolean => can(person, 'join calibration', thingOf(calibration));

/** 404 for whoever may not start a session: for them there is no such page. */
export function mustStart(person: Person): void {
	if (!mayStart(person)) notFound();
}

const withTeam = (db: Database, found: typeof calibrations.$inferSelect): Calibration => {
	const assessors = db
		.select({ id: calibrationAssessors.personId })
		.from(calibrationAssessors)
		.where(eq(calibrationAssessors.calibrationId, found.id))
		.all();
	return { ...found, team: assessors.map(({ id }) => id) };
};

/** A session by its number, for those who take part, who runs it and the programme lead; else 404. DOMAIN section 1. */
export function calibrationSeen(db: Database, person: Person, number: string): Calibration {
	const found = isNumber(number)
		? db
				.select()
				.from(calibrations)
				.where(eq(calibrations.number, Number(number)))
				.get()
		: undefined;
	if (!found) notFound();
	const calibration = withTeam(db, found);
	return can(person, 'see calibration', thingOf(calibration)) ? calibration : notFound();
}

/** A session that the person runs: 404 where it is out of sight, 403 for everybody else. */
export function calibrationToRun(db: Database, person: Person, number: string): Calibration {
	const calibration = calibrationSeen(db, person, number);
	mustBeAble(person, 'run calibration', thingOf(calibration));
	return calibration;
}

/** A session whose answers are shown: before they are, there is no such page. */
export function calibrationRevealed(db: Database, person: Person, number: string): Calibration {
	const calibration = calibrationSeen(db, person, number);
	return calibration.state === 'scoring' ? notFound() : calibration;
}

/** A session in which the person scores: 404 where it is out of sight, 403 for who does not take part. */
export function calibrationToScore(db: Database, person: Person, number: string): Calibration {
	const calibration = calibrationSeen(db, person, number);
	mustBeAble(person, 'join calibration', thingOf(calibration));
	return calibration;
}

/** One of a session's interactions, by its place: 'Interaction 2' is 2. 404 where there is none. */
export function interactionOf(db: Database, { id }: Pick<Calibration, 'id'>, position: string): Interaction {
	if (!isNumber(position)) notFound();
	const here = and(eq(calibrationInteractions.calibrationId, id), eq(calibrationInteractions.position, Number(position)));
	return db.select().from(calibrationInteractions).where(here).get() ?? notFound();
}

/** A table of ratings by its number, for whoever brought it in; else 404. */
export function raterTableSeen(db: Database, person: Person, number: string): RaterTable {
	mustStart(person);
	if (!isNumber(number)) notFound();
	const own = and(eq(raterTables.number, Number(number)), eq(raterTables.ownerId, person.id));
	return db.select().from(raterTables).where(own).get() ?? notFound();
}

/** A table of ratings by its id; 404 where there is none. Whoever asks has seen it. */
export const raterTableById = (db: Database, id: string): RaterTable =>
	db.select().from(raterTables).where(eq(raterTables.id, id)).get() ?? notFound();

/** A session by its id; 404 where there is none. Whoever asks has seen it. */
export const calibrationById = (db: Database, id: string): Calibration =>
	withTeam(db, db.select().from(calibrations).where(eq(calibrations.id, id)).get() ?? notFound());
