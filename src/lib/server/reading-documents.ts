import * as v from 'valibot';
import { type DocumentKind, faultsOf, type Path, pathInWords } from './document-faults.ts';
import { readYaml } from './reading-yaml.ts';
import { refusalOf } from './screening-yaml.ts';

/** What is wrong in a file: where, and a sentence the council officer who wrote it can act on. */
export type Problem = { file: string; line: number; field: string; text: string };
/** The same for a draft on screen, which has no lines: `path` finds the input. */
export type DraftProblem = { path: Path; field: string; text: string };

const mostProblems = 200;

/**
 * Reads a file of its kind (YAML, at most 1 MB) and says everything that is wrong with it at once, in order of lines.
 * `file` is only the name shown in the problems. DOMAIN section 2: validated with errors naming file, line and field.
 */
export function readDocument<T>(
	kind: DocumentKind<T>,
	text: string,
	file: string
): { ok: true; document: T } | { ok: false; problems: Problem[] } {
	const refused = (line: number, sentence: string, field = 'the file') => ({ file, line, field, text: sentence });
	const refusal = refusalOf(text, kind.what);
	if (refusal) return { ok: false, problems: [refused(1, refusal)] };
	const yaml = readYaml(text);
	if (!yaml.ok) return { ok: false, problems: inOrder(yaml.faults.map((fault) => refused(fault.line, fault.text))) };
	const { value, faults: syntax, lineOf } = yaml.read;
	const faults = faultsOf(kind, value).map((fault) => refused(lineOf(fault.path), fault.text, pathInWords(fault.path, value)));
	const problems = inOrder([...syntax.map((fault) => refused(fault.line, fault.text)), ...faults]);
	const beyond = problems.length - mostProblems;
	if (beyond > 0)
		problems.splice(mostProblems, beyond, refused(problems[mostProblems]?.line ?? 1, `${beyond} more problems follow. Mend these first`));
	if (problems.length > 0) return { ok: false, problems };
	return { ok: true, document: v.parse(kind.schema, value) };
}

/** Checks a draft as `readDocument` checks a file: the same problems, by path in place of line. */
export function checkDocument<T>(
	kind: DocumentKind<T>,
	value: unknown
): { ok: true; document: T } | { ok: false; problems: DraftProblem[] } {
	const problems = faultsOf(kind, value).map(({ path, text }) => ({ path, field: pathInWords(path, value), text }));
	return problems.length > 0 ? { ok: false, problems } : { ok: true, document: v.parse(kind.schema, value) };
}

const inOrder = (problems: Problem[]) => problems.sort((a, b) => a.line - b.line);
