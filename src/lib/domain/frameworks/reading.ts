import * as v from 'valibot';
import { type Document, isMap, isNode, isSeq, LineCounter, parseDocument, visit, type YAMLError } from 'yaml';
import { type Framework, frameworkSchema } from './document.ts';
import { faultsOf, type Path, pathInWords } from './faults.ts';
import { refusalOf } from './screening.ts';

/** What is wrong in a framework file: where, and a sentence the council officer who wrote it can act on. */
export type Problem = { file: string; line: number; field: string; text: string };
/** The same for a draft on screen, which has no lines: `path` finds the input. */
export type DraftProblem = { path: Path; field: string; text: string };

// after the first few, errors of syntax are consequences of those before
const mostSyntaxErrors = 10;
const mostProblems = 200;

/**
 * Reads a framework file (YAML, at most 1 MB) and says everything that is wrong with it at once, in order of lines.
 * `file` is only the name shown in the problems. DOMAIN section 2: validated with errors naming file, line and field.
 */
export function readFramework(text: string, file: string): { ok: true; framework: Framework } | { ok: false; problems: Problem[] } {
	const refused = (line: number, sentence: string, field = 'the file') => ({ file, line, field, text: sentence });
	const refusal = refusalOf(text);
	if (refusal) return { ok: false, problems: [refused(1, refusal)] };
	const lines = new LineCounter();
	const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
	const lineAt = (offset: number) => lines.linePos(offset).line;
	const syntax = [...document.errors, ...document.warnings].map((error) => refused(lineAt(error.pos[0]), syntaxSentence(error, text)));
	const shared: Problem[] = [];
	visit(document, {
		Alias: (_key, node) =>
			void shared.push(refused(lineAt(node.range?.[0] ?? 0), `Write this out in full: *${node.source} refers to another place`))
	});
	if (shared.length > 0 || [...document.errors, ...document.warnings].some((error) => error.code !== 'DUPLICATE_KEY'))
		return { ok: false, problems: inOrder([...syntax.slice(0, mostSyntaxErrors), ...shared.slice(0, mostSyntaxErrors)]) };

	const value: unknown = document.toJS({ maxAliasCount: 0 });
	if (value === null) return { ok: false, problems: [refused(1, 'The file is empty')] };
	const faults = faultsOf(value).map((fault) =>
		refused(lineAt(offsetOf(document, fault.path)), fault.text, pathInWords(fault.path, value))
	);
	const problems = inOrder([...syntax, ...faults]);
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

/** Where a path begins in the text: its key, or the start of the nearest thing around it that is there. */
function offsetOf(document: Document.Parsed, path: Path): number {
	let node: unknown = document.contents;
	let offset = document.contents?.range[0] ?? 0;
	for (const step of path) {
		if (isMap(node)) {
			const pair = node.items.find((item) => (isNode(item.key) ? String(item.key) : item.key) === step);
			if (!pair) return offset;
			if (isNode(pair.key)) offset = pair.key.range?.[0] ?? offset;
			node = pair.value;
		} else if (isSeq(node)) {
			node = node.items[Number(step)];
			if (isNode(node)) offset = node.range?.[0] ?? offset;
		} else return offset;
	}
	return offset;
}

function syntaxSentence(error: YAMLError, text: string): string {
	const word = /^[^\s:]+/.exec(text.slice(error.pos[0]))?.[0] ?? '';
	switch (error.code) {
		case 'DUPLICATE_KEY':
			return `${word} is written twice in the same place. Keep one`;
		case 'TAB_AS_INDENT':
			return 'This line is indented with a tab. Use spaces';
		case 'BAD_INDENT':
			return 'This line is not indented like its neighbours. Line it up with them';
		case 'MISSING_CHAR':
			return 'A quotation mark, bracket or colon is missing here or just before';
		case 'MULTIPLE_DOCS':
			return 'The file holds more than one document. Take out the line of three hyphens';
		case 'TAG_RESOLVE_FAILED':
			return 'Words beginning with ! have a special meaning. Put this in quotation marks';
		default:
			return 'This line cannot be read. Check its colons, and put text with a colon or quotation mark inside in quotation marks';
	}
}
