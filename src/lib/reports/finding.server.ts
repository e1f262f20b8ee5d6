import { desc } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { assessmentSeen, type AssessmentSeen } from '#lib/domain/assessments/finding.server.ts';
import { cycles } from '#lib/domain/cycles/tables.ts';
import { cycleSeen } from '#lib/domain/cycles/finding.server.ts';
import { keptPerDatabase, type Database } from '#lib/server/database.ts';

/** An assessment whose report the person may read; 404 otherwise. DOMAIN section 1. */
export const reportableAssessmentSeen = (db: Database, person: Person, id: string): AssessmentSeen =>
	assessmentSeen(db, person, id, 'see service report');

const kept = keptPerDatabase((db) => {
	const newestFirst = [desc(cycles.startsOn), desc(cycles.id)];
	return {
		// `limit` as a parameter would have the statement planned anew each time
		newest: db
			.select()
			.from(cycles)
			.orderBy(...newestFirst)
			.prepare(),
		choices: db
			.select({ id: cycles.id, name: cycles.name })
			.from(cycles)
			.orderBy(...newestFirst)
			.prepare()
	};
});

/** The cycle asked for, or the newest; null where none is launched. 404 for one that is not there. */
export const cycleToReport = (db: Database, id: string | null) => (id === null ? (kept(db).newest.get() ?? null) : cycleSeen(db, id));

/** The cycles to choose from, newest first; the last twenty. A council launches one or two a year. */
export const cyclesToReport = (db: Database) => kept(db).choices.all().slice(0, 20);
