import { type Document, isMap, isNode, isSeq, LineCounter, parseDocument, visit, type YAMLError } from 'yaml';

/** Where something stands in a value: `['criteria', 7, 'why']`. */
export type YamlPath = (string | number)[];
/** Something that cannot be read, by its line. */
export type YamlFault = { line: number; text: string };

/** A file that was read: its value, what is wrong with its syntax without making it unreadable, and the line of any place in it. */
export type ReadYaml = { value: unknown; faults: YamlFault[]; lineOf: (path: YamlPath) => number };

// after the first few, errors of syntax are consequences of those before
const mostSyntaxErrors = 10;

/**
 * Reads a YAML file that people wrote, in plain YAML without references to other places. Gives what is wrong, with line
 * numbers and sentences its writer can act on, where it cannot be read. Screen what strangers send before: this parses it.
 */
export function readYaml(text: string): { ok: true; read: ReadYaml } | { ok: false; faults: YamlFault[] } {
	const lines = new LineCounter();
	const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
	const lineAt = (offset: number) => lines.linePos(offset).line;
	const said = [...document.errors, ...document.warnings];
	const syntax = said.map((error) => ({ line: lineAt(error.pos[0]), text: syntaxSentence(error, text) }));
	const shared: YamlFault[] = [];
	visit(document, {
		Alias: (_key, node) =>
			void shared.push({
				line: lineAt(node.range?.[0] ?? 0),
				text: `Write this out in full: *${node.source} refers to another place`
			})
	});
	if (shared.length > 0 || said.some((error) => error.code !== 'DUPLICATE_KEY'))
		return { ok: false, faults: [...syntax.slice(0, mostSyntaxErrors), ...shared.slice(0, mostSyntaxErrors)] };
	const value: unknown = document.toJS({ maxAliasCount: 0 });
	if (value === null) return { ok: false, faults: [{ line: 1, text: 'The file is empty' }] };
	return { ok: true, read: { value, faults: syntax, lineOf: (path) => lineAt(offsetOf(document, path)) } };
}

/** Where a path begins in the text: its key, or the start of the nearest thing around it that is there. */
function offsetOf(document: Document.Parsed, path: YamlPath): number {
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
