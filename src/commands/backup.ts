import { join } from 'node:path';
import { backUp } from '#lib/server/backup.server.ts';
import { config } from '#lib/server/config.ts';

try {
	const { file, bytes } = await backUp(config.database, process.argv[2] ?? join(config.data, 'backups'), new Date());
	console.log(`Backed up and checked: ${file} (${(bytes / 1024 / 1024).toFixed(1)} MB)`);
} catch (problem) {
	console.error(problem instanceof Error ? problem.message : problem);
	process.exitCode = 1;
}
