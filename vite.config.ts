import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [sveltekit()],
	environments: {
		client: {
			build: {
				rollupOptions: {
					output: {
						codeSplitting: {
							groups: [
								{ name: 'frame', test: /node_modules\/(svelte|@sveltejs|esm-env|clsx|devalue)\//, priority: 3 },
								{ name: 'ui', test: /src\/lib\/ui\//, priority: 2 }
							]
						}
					}
				}
			}
		}
	},
	css: { preprocessorOptions: { scss: { loadPaths: ['node_modules'], quietDeps: true } }, lightningcss: { errorRecovery: true } },
	test: {
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					// most of the time went into reading the same modules again for each file; what a test needs it makes itself, in a database of its own
					isolate: false,
					// how long a test takes is no part of what it holds: on a machine that others load it may be many times as long
					testTimeout: 30_000,
					env: { GOLDEN_THREAD_SETUP_CODE: 'BCDFGHJKLM' },
					include: ['src/**/*.test.ts', 'tests/architecture/**/*.test.ts', 'tests/integration/**/*.test.ts'],
					environment: 'node'
				}
			},
			{
				extends: true,
				test: {
					name: 'browser',
					include: ['tests/browser/**/*.test.ts'],
					environment: 'node',
					globalSetup: ['tests/support/built-server.ts'],
					fileParallelism: true,
					maxWorkers: 2,
					// what a page does a moment later is waited for as long as anything else; by itself a poll gives up after a second
					expect: { poll: { timeout: 45_000 } },
					testTimeout: 180_000,
					hookTimeout: 240_000
				}
			}
		]
	}
});
