import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { config } from '#lib/server/config.ts';
import { write, type Database } from '#lib/server/database.ts';
import { readingFolder } from '#lib/server/document-folder.server.ts';
import { readStandards } from './reading.ts';
import { contactStandards } from './tables.ts';

const readFile = readingFolder(readStandards);
const file = 'contact-standards.yaml';

/** The contact standards that come with the program and are not here yet, by their numbers; `problem` where the file cannot be read. */
export function standardsOffered(db: Database, folder = config.seed) {
	if (!existsSync(join(folder, file))) return { offers: [], problem: null };
	const read = readFile(folder, file);
	if (!read.ok) {
		const [first] = read.problems;
		return { offers: [], problem: `${file}, line ${first?.line}, ${first?.field}: ${first?.text}` };
	}
	const here = new Set(
		db
			.select({ number: contactStandards.number })
			.from(contactStandards)
			.all()
			.map(({ number }) => number.toLowerCase())
	);
	return { offers: read.document.standards.filter(({ number }) => !here.has(number.toLowerCase())), problem: null };
}

/**
 * Adds the standards that come with the program and whose number is not here: what the council changed or retired under the
 * same number stays as it is. Gives how many were added.
 */
export function loadStandards(db: Database, person: { id: string } | null, folder = config.seed): Outcome<{ added: number }> {
	return write(db, (tx) => {
		const { offers, problem } = standardsOffered(tx, folder);
		if (problem) return refused('faults', `The standards cannot be read: ${problem}`);
		if (!offers.length) return done({ added: 0 });
		tx.insert(contactStandards)
			.values(offers.map((standard, position) => ({ ...standard, position: position + 1 })))
			.run();
		record(
			tx,
			person,
			`loaded ${offers.length} contact standards`,
			{ kind: 'contact standards', id: file },
			{ numbers: { from: null, to: offers.map(({ number }) => number) } }
		);
		return done({ added: offers.length });
	});
}
