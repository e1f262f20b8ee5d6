import { expect, test } from 'vitest';
import { filesBelow, read } from './files.ts';

/* A component takes what it says it takes: read from its text, in a moment, where the linter's own rule would need every type of the house. */

/** The names at the top of a `{ … }`, whatever stands inside. */
function namesIn(block: string, ends: RegExp): string[] {
	let depth = 0;
	const top = [...block.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')].filter((letter) => {
		if ('{([<'.includes(letter)) depth++;
		const isTop = depth === 0;
		if ('})]>'.includes(letter)) depth = Math.max(0, depth - 1);
		return isTop;
	});
	return top
		.join('')
		.split(ends)
		.flatMap((part) => /^\s*(?:\.\.\.)?([\w$]+)/.exec(part)?.[1] ?? []);
}

/** What a component's text says that it takes and does not read. */
function unread(text: string): string[] {
	const plain = text.replaceAll('=>', '→');
	const said = /interface Props(?:<[^{]*)? \{\n([\s\S]*?)\n\t\}/.exec(plain)?.[1];
	const taken = /let \{([\s\S]*?)\}: Props(?:<[^=]*>)? = \$props\(\)/.exec(plain)?.[1];
	if (said === undefined) return [];
	if (taken === undefined) return ['anything that can be read here'];
	if (/\.\.\.\w+\s*$/.test(taken.trim())) return [];
	const read = namesIn(taken, /,/);
	return namesIn(said, /[;\n]/).filter((name) => !read.includes(name));
}

test('a component reads every property it says it takes', () => {
	const components = filesBelow('src').filter((path) => path.endsWith('.svelte'));
	const wrong = components.flatMap((path) => unread(read(path)).map((name) => `${path} does not read ${name}`));
	expect(wrong).toEqual([]);
	expect(components.filter((path) => /interface Props/.test(read(path))).length).toBeGreaterThan(60);
});

test('the check itself notices one', () => {
	const component = (taken: string) =>
		`interface Props {\n\t\tone: string;\n\t\ttwo?: (a: { b: string }) => void;\n\t}\n\tlet { ${taken} }: Props = $props();`;
	expect(unread(component('one, two = () => {}'))).toEqual([]);
	expect(unread(component('one: renamed'))).toEqual(['two']);
	expect(unread(component('...rest'))).toEqual([]);
});
