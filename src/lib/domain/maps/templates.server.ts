import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { config } from '#lib/server/config.ts';
import { readTemplate, type Template } from './template.ts';

const kept = new Map<string, Template[]>();

/**
 * The templates a map can be begun from, by name. Read once; throws, with file, line and field, where one of them is not
 * right, since they are content that comes with the program.
 */
export function templates(folder = join(config.seed, 'journeys')): Template[] {
	const before = kept.get(folder);
	if (before) return before;
	const read = readdirSync(folder)
		.filter((file) => file.endsWith('.yaml'))
		.map((file) => readTemplate(readFileSync(join(folder, file), 'utf8'), file));
	const problems = read.flatMap((one) => (one.ok ? [] : one.problems));
	if (problems.length)
		throw new Error(problems.map(({ file, line, field, text }) => `${file}, line ${line}, ${field}: ${text}`).join('\n'));
	const found = read.flatMap((one) => (one.ok ? [one.template] : [])).sort((a, b) => a.name.localeCompare(b.name));
	kept.set(folder, found);
	return found;
}
