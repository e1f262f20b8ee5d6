import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every file below a folder, as a path from the project's top with forward slashes. */
export function filesBelow(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true })
		.flatMap((entry) => (entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)]))
		.map((path) => path.replaceAll('\\', '/'))
		.sort();
}

export const read = (path: string) => readFileSync(path, 'utf8');
