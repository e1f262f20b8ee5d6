import type { Database } from '#lib/server/database.ts';
import { lessons, journeys } from '#lib/domain/journeys/tables.ts';
import { asc, eq } from 'drizzle-orm';
import { toolkitChanges } from './comparing.ts';
import { toolkitOf } from './finding.server.ts';

/** The lessons that a version took up, with the journey that taught each. */
const takenUp = (db: Database, number: number) =>
	db
		.select({ id: lessons.id, step: lessons.step, text: lessons.text, journey: journeys.name })
		.from(lessons)
		.innerJoin(journeys, eq(journeys.id, lessons.journeyId))
		.where(eq(lessons.takenUpIn, number))
		.orderBy(asc(lessons.notedAt), asc(lessons.id))
		.all();

/** A version of the toolkit as it is shown: its text, what changed from the one before, and the lessons it took up. */
export function toolkitShown(db: Database, number: number) {
	const version = toolkitOf(db, number);
	if (!version) return undefined;
	const before = toolkitOf(db, number - 1);
	return {
		...version,
		steps: version.toolkit.steps,
		changes: before ? toolkitChanges(before.toolkit, version.toolkit) : [],
		lessons: takenUp(db, number)
	};
}
