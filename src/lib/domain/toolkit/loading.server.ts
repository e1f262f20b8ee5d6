import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { now } from '#lib/server/clock.ts';
import { config } from '#lib/server/config.ts';
import { write, type Database } from '#lib/server/database.ts';
import { latestNumber } from './finding.server.ts';
import { readToolkit } from './reading.ts';
import { toolkits } from './tables.ts';

/**
 * Keeps the toolkit that comes with the program as version 1 where the council has none yet; where it has one, nothing is
 * read and nothing changes. Refused where the file cannot be read, naming file, line and field. Gives the number that stands.
 */
export function keepFirstToolkit(db: Database, file = join(config.seed, 'toolkit.yaml')): Outcome<{ number: number }> {
	const standing = latestNumber(db);
	if (standing !== null) return done({ number: standing });
	let text: string;
	try {
		text = readFileSync(file, 'utf8');
	} catch {
		return refused('no-file', 'The toolkit cannot be read: seed/toolkit.yaml is not there. Tell your administrator');
	}
	const read = readToolkit(text, 'toolkit.yaml');
	if (!read.ok) {
		const [first] = read.problems;
		return refused('faults', `The toolkit cannot be read: ${first?.file}, line ${first?.line}, ${first?.field}: ${first?.text}`);
	}
	return write(db, (tx) => {
		// another process may have been quicker
		const already = latestNumber(tx);
		if (already !== null) return done({ number: already });
		tx.insert(toolkits).values({ number: 1, why: read.why, document: read.toolkit, publishedBy: '', publishedAt: now() }).run();
		record(tx, null, 'loaded toolkit 1', { kind: 'toolkit', id: '1' });
		return done({ number: 1 });
	});
}
