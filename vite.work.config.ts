import { defineConfig } from 'vite';

/* Builds what runs beside the server: the worker thread and the commands. */
export default defineConfig({
	build: {
		ssr: true,
		outDir: 'build/work',
		emptyOutDir: true,
		rollupOptions: {
			input: {
				worker: 'src/lib/work/worker.ts',
				backup: 'src/commands/backup.ts',
				restore: 'src/commands/restore.ts',
				'check-sums': 'src/commands/check-sums.ts',
				'example-council': 'src/commands/example-council.ts',
				bench: 'tests/bench/bench.ts'
			}
		}
	}
});
