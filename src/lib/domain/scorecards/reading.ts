import type { DocumentKind } from '#lib/server/document-faults.ts';
import { checkDocument, readDocument, type DraftProblem, type Problem } from '#lib/server/reading-documents.ts';
import type { Scorecard } from './card.ts';
import { inconsistencies } from './consistency.ts';
import { scorecardSchema } from './document.ts';

const kind: DocumentKind<Scorecard> = { what: 'scorecard', schema: scorecardSchema, inconsistencies };

/**
 * Reads a scorecard file (YAML, at most 1 MB) and says everything that is wrong with it at once, by line and field. `file`
 * is only the name shown in the problems. DOMAIN section 5.
 */
export function readScorecard(text: string, file: string): { ok: true; card: Scorecard } | { ok: false; problems: Problem[] } {
	const read = readDocument(kind, text, file);
	return read.ok ? { ok: true, card: read.document } : read;
}

/** Checks a draft as `readScorecard` checks a file: the same problems, by path in place of line. */
export function checkScorecard(value: unknown): { ok: true; card: Scorecard } | { ok: false; problems: DraftProblem[] } {
	const checked = checkDocument(kind, value);
	return checked.ok ? { ok: true, card: checked.document } : checked;
}
