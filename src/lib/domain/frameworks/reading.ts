import * as v from 'valibot';
import { readYaml } from '#lib/server/reading-yaml.ts';
import { type Framework, frameworkSchema } from './document.ts';
import { faultsOf, type Path, pathInWords } from './faults.ts';
import { refusalOf } from './screening.ts';

/** What is wrong in a framework file: where, and a sentence the council officer who wrote it can act on. */
export type Problem = { file: string; line: number; field: string; text: string };
/** The same for a draft on screen, which has no lines: `path` finds the input. */
export type DraftProblem = { path: Path; field: string; text: string };

const mostProblems = 200;

/**
 * Reads a framework file (YAML, at most 1 MB) and says everything that is wrong with it at once, in order of lines.
 * `file` is only the name shown in the problems. DOMAIN section 2: validated with errors naming file, line and field.
 */
export function readFramework(text: string, file: string): { ok: true; framework: Framework } | { ok: false; problems: Problem[] } {
	const refused = (line: number, sentence: string, field = 'the file') => ({ file, line, field, text: sentence });
	const refusal = refusalOf(text);
	if (refusal) return { ok: false, problems: [refused(1, refusal)] };
	const yaml = readYaml(text);
	if (!yaml.ok) return { ok: false, problems: inOrder(yaml.faults.map((fault) => refused(fault.line, fault.text))) };
	const { value, faults: syntax, lineOf } = yaml.read;
	const faults = faultsOf(value).map((fault) => refused(lineOf(fault.path), fault.text, pathInWords(fault.path, value)));
	const problems = inOrder([...syntax.map((fault) => refused(fault.line, fault.text)), ...faults]);
	const beyond = problems.length - mostProblems;
	if (beyond > 0)
		problems.splice(mostProblems, beyond, refused(problems[mostProblems]?.line ?? 1, `${beyond} more problems follow. Mend these first`));
	if (problems.length > 0) return { ok: false, problems };
	return { ok: true, framework: v.parse(frameworkSchema, value) };
}

/** Checks a draft as `readFramework` checks a file: the same problems, by path in place of line. */
export function checkFramework(value: unknown): { ok: true; framework: Framework } | { ok: false; problems: DraftProblem[] } {
	const problems = faultsOf(value).map(({ path, text }) => ({ path, field: pathInWords(path, value), text }));
	return problems.length > 0 ? { ok: false, problems } : { ok: true, framework: v.parse(frameworkSchema, value) };
}

const inOrder = (problems: Problem[]) => problems.sort((a, b) => a.line - b.line);
