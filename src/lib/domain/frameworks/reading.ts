import type { DocumentKind } from '#lib/server/document-faults.ts';
import { checkDocument, readDocument, type DraftProblem, type Problem } from '#lib/server/reading-documents.ts';
import { inconsistencies } from './consistency.ts';
import { type Framework, frameworkSchema } from './document.ts';

const kind: DocumentKind<Framework> = { what: 'framework', schema: frameworkSchema, inconsistencies };

/**
 * Reads a framework file (YAML, at most 1 MB) and says everything that is wrong with it at once, in order of lines.
 * `file` is only the name shown in the problems. DOMAIN section 2: validated with errors naming file, line and field.
 */
export function readFramework(text: string, file: string): { ok: true; framework: Framework } | { ok: false; problems: Problem[] } {
	const read = readDocument(kind, text, file);
	return read.ok ? { ok: true, framework: read.document } : read;
}

/** Checks a draft as `readFramework` checks a file: the same problems, by path in place of line. */
export function checkFramework(value: unknown): { ok: true; framework: Framework } | { ok: false; problems: DraftProblem[] } {
	const checked = checkDocument(kind, value);
	return checked.ok ? { ok: true, framework: checked.document } : checked;
}
