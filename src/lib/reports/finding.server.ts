import { desc, eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { assessmentSeen, type AssessmentSeen } from '#lib/domain/assessments/finding.server.ts';
import { cycles } from '#lib/domain/cycles/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { notFound } from '#lib/server/guard.ts';

/** An assessment whose report the person may read; 404 otherwise. DOMAIN section 1. */
export const reportableAssessmentSeen = (db: Database, person: Person, id: string): AssessmentSeen =>
	assessmentSeen(db, person, id, 'see service report');

/** The cycle asked for, or the newest; null where none is launched. 404 for one that is not there. */
export function cycleToReport(db: Database, id: string | null) {
	const newest = () => db.select().from(cycles).orderBy(desc(cycles.startsOn), desc(cycles.id)).limit(1).get() ?? null;
	return id === null ? newest() : (db.select().from(cycles).where(eq(cycles.id, id)).get() ?? notFound());
}

/** The cycles to choose from, newest first; the last twenty. */
export const cyclesToReport = (db: Database) =>
	db.select({ id: cycles.id, name: cycles.name }).from(cycles).orderBy(desc(cycles.startsOn), desc(cycles.id)).limit(20).all();
