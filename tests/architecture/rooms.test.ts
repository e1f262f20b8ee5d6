import { expect, test } from 'vitest';
import { filesBelow, read } from './files.ts';

/* Who may import whom: routes → work → reports, exchange → domain → server. ui and charts know no domain. */

const rooms = [
	'routes',
	'lib/work',
	'lib/example-council',
	'lib/reports',
	'lib/exchange',
	'lib/domain',
	'lib/server',
	'lib/ui',
	'lib/charts'
] as const;
type Room = (typeof rooms)[number];
const may: Record<Room, Room[]> = {
	routes: ['lib/work', 'lib/reports', 'lib/exchange', 'lib/domain', 'lib/server', 'lib/ui', 'lib/charts'],
	'lib/work': ['lib/reports', 'lib/exchange', 'lib/domain', 'lib/server', 'lib/charts'],
	'lib/example-council': ['lib/reports', 'lib/exchange', 'lib/domain', 'lib/server'],
	'lib/reports': ['lib/exchange', 'lib/domain', 'lib/server', 'lib/ui', 'lib/charts'],
	'lib/exchange': ['lib/domain', 'lib/server', 'lib/ui'],
	'lib/domain': ['lib/server', 'lib/ui', 'lib/charts'],
	'lib/server': [],
	'lib/ui': ['lib/charts'],
	'lib/charts': ['lib/ui']
};
/** Machinery that has to know a person or a form. */
const exceptions: Record<string, RegExp> = {
	'src/lib/server/guard.ts': /domain\/access/,
	'src/lib/server/submitting.ts': /domain\/access\/tables/,
	'src/lib/server/signed-out-typing.ts': /domain\/access\/keeping-forms/,
	'src/lib/server/fields.ts': /ui\/date-parts/
};

/** What a capability gives back: the one word that every room shares. */
const shared = 'src/lib/domain/outcome.ts';

const roomOf = (path: string): Room | undefined => rooms.find((room) => path.startsWith(`src/${room}/`));
const sources = filesBelow('src').filter((path) => /\.(ts|svelte)$/.test(path));
const importsOf = (path: string) =>
	[...read(path).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, target]) => {
		const wanted = target ?? '';
		if (wanted.startsWith('#lib/')) return `src/lib/${wanted.slice(5)}`;
		if (!wanted.startsWith('.')) return wanted;
		return new URL(wanted, `file:///${path}`).pathname.slice(1);
	});

test('imports point inward', () => {
	const wrong = sources.flatMap((path) => {
		const from = roomOf(path);
		if (!from || path.endsWith('.test.ts')) return [];
		return importsOf(path)
			.filter((target) => {
				const to = roomOf(target);
				return to && to !== from && target !== shared && !may[from].includes(to) && !exceptions[path]?.test(target);
			})
			.map((target) => `${path} imports ${target}`);
	});
	expect(wrong).toEqual([]);
});

test('a pure file touches no database, clock or request', () => {
	const pure = sources.filter(
		(path) => path.startsWith('src/lib/domain/') && path.endsWith('.ts') && !/\.(server|test|svelte)\.ts$|tables\.ts$/.test(path)
	);
	const wrong = pure.filter((path) => {
		const text = read(path).replace(/import type [^;]+;/g, '');
		return /\.server\.ts'|server\/database|Date\.now\(|new Date\(\)|server\/clock|@sveltejs\/kit'/.test(text);
	});
	expect(wrong).toEqual([]);
});

test('no folder or file has a name that says nothing', () => {
	const attic = /(^|\/)(utils?|helpers?|misc|common|services|types)(\.|\/)/;
	// in an address 'services' are the council's own
	const named = [...sources, ...filesBelow('tests')].map((path) =>
		path.replace(/\/(admin\/structure|paf|cycles\/\[cycle\]|journeys\/\[journey\])\/services\//, '/$1/')
	);
	expect(named.filter((path) => attic.test(path))).toEqual([]);
});

test('tables stand beside their rules, never in one heap', () => {
	const elsewhere = sources.filter((path) => /sqliteTable\(/.test(read(path)) && !path.endsWith('/tables.ts'));
	expect(elsewhere).toEqual([]);
});

test('nothing is styled inline and no text is put into a page as HTML', () => {
	const svelte = sources.filter((path) => path.endsWith('.svelte'));
	expect(svelte.filter((path) => /\sstyle(=|:)|\{@html/.test(read(path)))).toEqual([]);
});

test('only one place reads the environment', () => {
	const allowed = ['src/lib/server/config.ts'];
	const readers = sources.filter(
		(path) => /process\.env|\$env\//.test(read(path)) && !path.endsWith('.test.ts') && !path.startsWith('src/commands/')
	);
	expect(readers.filter((path) => !allowed.includes(path))).toEqual([]);
});
