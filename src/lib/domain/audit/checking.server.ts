import { asc, gt } from 'drizzle-orm';
import type { Database } from '#lib/server/database.ts';
import { beginning, hashOf } from './recording.server.ts';
import { auditLines } from './tables.ts';

export type ChainCheck = { whole: true; lines: number } | { whole: false; lines: number; brokenAt: number; text: string };

const atOnce = 5000;

/**
 * Walks the audit trail from its first line and says whether it is whole: every number there, every line's hash its
 * own, every line carrying the hash of the one before. Slow on a long trail: run it in the worker.
 */
export function checkChain(db: Database): ChainCheck {
	let previous = { number: 0, hash: beginning };
	for (;;) {
		const lines = db
			.select()
			.from(auditLines)
			.where(gt(auditLines.number, previous.number))
			.orderBy(asc(auditLines.number))
			.limit(atOnce)
			.all();
		for (const line of lines) {
			const problem = problemOf(line, previous);
			if (problem) return { whole: false, lines: previous.number, brokenAt: line.number, text: problem };
			previous = line;
		}
		if (lines.length < atOnce) return { whole: true, lines: previous.number };
	}
}

function problemOf(line: typeof auditLines.$inferSelect, previous: { number: number; hash: string }): string | null {
	if (line.number !== previous.number + 1) return `Lines ${previous.number + 1} to ${line.number - 1} are missing.`;
	if (line.previousHash !== previous.hash)
		return `Line ${line.number} does not follow line ${previous.number}: one of them was changed or replaced.`;
	if (hashOf(line) !== line.hash) return `Line ${line.number} was changed after it was written.`;
	return null;
}
