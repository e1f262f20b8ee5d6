import * as v from 'valibot';
import { readYaml, type YamlPath } from '#lib/server/reading-yaml.ts';
import { toolkitSchema, type Toolkit } from './document.ts';

/** What is wrong in a toolkit file: where, and a sentence its writer can act on. */
export type ToolkitProblem = { file: string; line: number; field: string; text: string };

const wordFor = (place: string | number, value: unknown) => {
	if (typeof place === 'string') return place;
	const step = typeof value === 'object' && value !== null && 'step' in value ? String(value.step) : '';
	return step || `item ${place + 1}`;
};

/** A path in words: `steps → gather → do → item 2`. */
function inWords(path: YamlPath, value: unknown): string {
	let here: unknown = value;
	const words = path.map((place) => {
		here = typeof here === 'object' && here !== null ? (here as Record<string | number, unknown>)[place] : undefined;
		return wordFor(place, here);
	});
	return words.join(' → ') || 'the file';
}

function sentenceFor(issue: v.BaseIssue<unknown>): string {
	const name = String(issue.path?.at(-1)?.key ?? 'This');
	if (issue.expected === 'never') return `There is no field called ${name} here`;
	if (issue.input === undefined || issue.input === null) return `${name} is missing`;
	if (issue.type === 'strict_object') return 'This must be written as named fields, one to a line';
	return issue.message;
}

/**
 * Reads the file of the toolkit and says everything that is wrong with it at once, naming file, line and field. `file` is
 * only the name shown in the problems.
 */
export function readToolkit(
	text: string,
	file: string
): { ok: true; why: string; toolkit: Toolkit } | { ok: false; problems: ToolkitProblem[] } {
	const yaml = readYaml(text);
	if (!yaml.ok) return { ok: false, problems: yaml.faults.map((fault) => ({ file, field: 'the file', ...fault })) };
	const { value, faults, lineOf } = yaml.read;
	const result = v.safeParse(toolkitSchema, value);
	const problems = [
		...faults.map((fault) => ({ file, field: 'the file', ...fault })),
		...(result.issues ?? []).map((issue) => {
			const path = (issue.path ?? []).map(({ key }) => key as string | number);
			return { file, line: lineOf(path), field: inWords(path, value), text: sentenceFor(issue) };
		})
	].sort((a, b) => a.line - b.line);
	if (!result.success || problems.length) return { ok: false, problems };
	const { why, steps } = result.output;
	return { ok: true, why, toolkit: { steps } };
}
