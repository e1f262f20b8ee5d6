import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
	interface ProvidedContext {
		/** A prepared database of the example council, to be copied by each test file that serves it. */
		exampleCouncil: string;
	}
}

/** Runs once before the tests that use the built server: prepares one example council that each test file copies. */
export async function setup(project: TestProject): Promise<() => void> {
	if (!existsSync('build/index.js')) throw new Error('Build first: npm run build (npm test does)');
	const folder = mkdtempSync(join(tmpdir(), 'golden-thread-tests-'));
	const file = join(folder, 'example-council.sqlite');
	const { prepareExampleCouncil } = await import(resolve('build/work/example-council.js'));
	await prepareExampleCouncil(file);
	project.provide('exampleCouncil', file);
	return () => rmSync(folder, { recursive: true, force: true });
}
