import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { config } from '#lib/server/config.ts';
import { write, type Database } from '#lib/server/database.ts';
import { addCourse } from './courses.server.ts';
import { readCourses } from './reading.ts';
import { trainingCourses } from './tables.ts';

/**
 * Keeps the courses that come with the program where the council has none at all; where it has any, nothing is read. Refused
 * where the file cannot be read, naming line and field. Gives how many were added.
 */
export function keepFirstCourses(db: Database, file = join(config.seed, 'training.yaml')): Outcome<{ added: number }> {
	const any = (tx: Database) => tx.select({ id: trainingCourses.id }).from(trainingCourses).get() !== undefined;
	if (any(db)) return done({ added: 0 });
	let text: string;
	try {
		text = readFileSync(file, 'utf8');
	} catch {
		return refused('no-file', 'The training courses cannot be read: seed/training.yaml is not there. Tell your administrator');
	}
	const read = readCourses(text);
	if (!read.ok) {
		const [first] = read.problems;
		return refused('faults', `The training courses cannot be read: training.yaml, line ${first?.line}, ${first?.field}: ${first?.text}`);
	}
	return write(db, (tx) => {
		// another process may have been quicker
		if (any(tx)) return done({ added: 0 });
		for (const course of read.courses) {
			const outcome = addCourse(tx, null, course);
			if (!outcome.ok) return outcome;
		}
		return done({ added: read.courses.length });
	});
}
