import { filesBelow, read } from '../architecture/files.ts';

/** An address as its folders say it, without the groups: '/evidence/[evidence]'. `actions` are the names of what can be posted to it. */
export type Route = { address: string; page: boolean; reads: boolean; actions: string[] };

/** Every address the program answers, found in src/routes. */
export function allRoutes(): Route[] {
	const all = filesBelow('src/routes');
	// a page that only leads on to another has no markup of its own
	const leadsOn = (path: string) => path.endsWith('+page.server.ts') && !all.includes(path.replace('.server.ts', '.svelte'));
	const files = all.filter((path) => /\/\+(page\.svelte|server\.ts)$/.test(path) || leadsOn(path));
	return files.map((path) => {
		const page = /\+page\.(svelte|server\.ts)$/.test(path);
		const source = page ? path.replace(/\+page\..*$/, '+page.server.ts') : path;
		const text = all.includes(source) ? read(source) : '';
		const folder = path.replace(/^src\/routes/, '').replace(/\/\+[^/]*$/, '');
		const address = folder.replaceAll(/\/\([^)]*\)/g, '') || '/';
		return { address, page, reads: page || text.includes('export const GET'), actions: page ? actionsIn(text) : methodsIn(text) };
	});
}

/** The names in `export const actions = { … }`: the lines one tab in. */
function actionsIn(text: string): string[] {
	const block = /export const actions[^=]*= \{\n([\s\S]*?)\n\};/.exec(text)?.[1] ?? '';
	return [...block.matchAll(/^\t(\w+): /gm)].map(([, name = '']) => name);
}

const methodsIn = (text: string): string[] =>
	[...text.matchAll(/export const (POST|PUT|PATCH|DELETE)\b/g)].map(([, method = '']) => method);

/** Puts things in the place of parameters. Throws for one nobody gave. */
export const filled = (address: string, things: Record<string, string>): string =>
	address.replaceAll(/\[([^\]=]+)(?:=[^\]]+)?\]/g, (_all, name: string) => {
		const thing = things[name];
		if (thing === undefined) throw new Error(`${address}: the tests know no ${name}`);
		return encodeURIComponent(thing);
	});

/**
 * A table written in a test: a head naming the columns, then a line for each address, cells apart by white space. Gives the
 * cells of each line by column, under the first word of the line.
 */
export function tableIn(text: string): Map<string, Record<string, string>> {
	const [head = '', ...lines] = text
		.trim()
		.split('\n')
		.filter((line) => line.trim() !== '' && !line.trim().startsWith('//'));
	const columns = head.trim().split(/\s+/);
	return new Map(
		lines.map((line) => {
			const [address = '', ...cells] = line.trim().split(/\s+/);
			if (cells.length !== columns.length) throw new Error(`${address} has ${cells.length} cells for ${columns.length} columns`);
			return [address, Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']))];
		})
	);
}
