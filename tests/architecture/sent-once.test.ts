import { expect, test } from 'vitest';
import { filesBelow, read } from './files.ts';

test('only what a page without a script shows is sent once: a script would look for it in vain', () => {
	const wrong = filesBelow('src/routes')
		.filter((path) => path.endsWith('.ts') && read(path).includes('sentOnce('))
		.filter((path) => !read(path).includes('export const csr = false;'));
	expect(wrong).toEqual([]);
});
