import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { config } from '#lib/server/config.ts';
import { write, type Database } from '#lib/server/database.ts';
import { readingFolder } from '#lib/server/document-folder.server.ts';
import { nextNumber, nextPosition } from './defining.server.ts';
import { readMeasures } from './document.ts';
import { measures, measureTargets } from './tables.ts';

const readFile = readingFolder(readMeasures);
const file = 'measures.yaml';

/** The measures that come with the program and are not here yet, by their keys; `problem` where the file cannot be read. */
export function measuresOffered(db: Database, folder = config.seed) {
	if (!existsSync(join(folder, file))) return { offers: [], problem: null };
	const read = readFile(folder, file);
	if (!read.ok) {
		const [first] = read.problems;
		return { offers: [], problem: `${file}, line ${first?.line}, ${first?.field}: ${first?.text}` };
	}
	const here = db.select({ key: measures.key, name: measures.name }).from(measures).all();
	const taken = new Set(here.flatMap(({ key, name }) => [key, name.toLowerCase()]));
	return { offers: read.document.measures.filter(({ key, name }) => !taken.has(key) && !taken.has(name.toLowerCase())), problem: null };
}

/**
 * Adds the measures that come with the program, with their targets, where there is none of their key or name: what the
 * council changed or retired stays as it is. Gives how many were added.
 */
export function loadMeasures(db: Database, person: { id: string } | null, folder = config.seed): Outcome<{ added: number }> {
	return write(db, (tx) => {
		const { offers, problem } = measuresOffered(tx, folder);
		if (problem) return refused('faults', `The measures cannot be read: ${problem}`);
		if (!offers.length) return done({ added: 0 });
		for (const { targets = [], denominator, computation, ...measure } of offers) {
			const { id } = tx
				.insert(measures)
				.values({
					...measure,
					denominator: denominator ?? null,
					computation: computation ?? null,
					number: nextNumber(tx),
					position: nextPosition(tx)
				})
				.returning({ id: measures.id })
				.get();
			for (const { value, from, until, ...target } of targets)
				tx.insert(measureTargets)
					.values({ ...target, measureId: id, hundredths: Math.round(value * 100), fromPeriod: from, untilPeriod: until ?? null })
					.run();
		}
		record(
			tx,
			person,
			`loaded ${offers.length} measures`,
			{ kind: 'measures', id: file },
			{ measures: { from: null, to: offers.map(({ name }) => name) } }
		);
		return done({ added: offers.length });
	});
}

/** Loads the measures that come with the program where the council has none at all; where it has any, nothing is read. */
export const keepFirstMeasures = (db: Database, folder = config.seed): Outcome<{ added: number }> =>
	db.select({ id: measures.id }).from(measures).limit(1).get() ? done({ added: 0 }) : loadMeasures(db, null, folder);
