import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
	interface ProvidedContext {
		/** A prepared database of the example council, to be copied by each test file that serves it. */
		exampleCouncil: string;
		/** The built server as it was when the tests began: building again while they run takes nothing away under them. */
		build: string;
	}
}

/** Runs once before the tests that use the built server: sets the build aside and prepares one example council that each test file copies. */
export async function setup(project: TestProject): Promise<() => void> {
	if (!existsSync('build/index.js')) throw new Error('Build first: npm run build (npm test does)');
	// within node_modules, where it finds the packages it needs
	mkdirSync('node_modules/.cache', { recursive: true });
	const build = resolve(mkdtempSync('node_modules/.cache/build-under-test-'));
	cpSync('build', build, { recursive: true });
	const folder = mkdtempSync(join(tmpdir(), 'golden-thread-tests-'));
	const file = join(folder, 'example-council.sqlite');
	const { prepareExampleCouncil } = await import(join(build, 'work', 'example-council.js'));
	await prepareExampleCouncil(file);
	project.provide('exampleCouncil', file);
	project.provide('build', build);
	return () => [folder, build].forEach((one) => rmSync(one, { recursive: true, force: true }));
}
