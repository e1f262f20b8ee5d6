import { restore } from '#lib/server/backup.server.ts';
import { config } from '#lib/server/config.ts';

const words = process.argv.slice(2);
const file = words.find((word) => !word.startsWith('--'));

try {
	if (!file) throw new Error('Say which backup: npm run restore -- FILE [--overwrite]');
	const { kept } = restore(file, config.database, words.includes('--overwrite'));
	console.log(`Restored ${file} to ${config.database}.${kept ? ` What was there before is kept as ${kept}.` : ''}`);
} catch (problem) {
	console.error(problem instanceof Error ? problem.message : problem);
	process.exitCode = 1;
}
