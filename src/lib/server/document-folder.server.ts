import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from './reading-documents.ts';

const mostBytes = 1024 * 1024;

type Refused = { ok: false; problems: Problem[] };

/** Reads files of a folder by name. Reading one takes longer than a page may, so what was read stays until the file changes. */
export function readingFolder<R>(read: (text: string, file: string) => R): (folder: string, file: string) => R | Refused {
	const kept = new Map<string, { state: string; content: R | Refused }>();
	return (folder, file) => {
		const path = join(folder, file);
		const { mtimeMs, size } = statSync(path);
		const state = `${mtimeMs} ${size}`;
		const known = kept.get(path);
		if (known?.state === state) return known.content;
		const tooLarge = { file, line: 1, field: 'the file', text: 'The file must be 1 MB or smaller' };
		const content = size > mostBytes ? { ok: false as const, problems: [tooLarge] } : read(readFileSync(path, 'utf8'), file);
		kept.set(path, { state, content });
		return content;
	};
}

/** The YAML files of a folder by name, in order; none where there is no folder. */
export const filesIn = (folder: string): string[] =>
	existsSync(folder)
		? readdirSync(folder)
				.filter((name) => /\.ya?ml$/.test(name))
				.sort()
		: [];
