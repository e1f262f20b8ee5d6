import { compareMeasureSums, rebuildMeasureSums } from '#lib/domain/measures/sums.server.ts';
import { rebuildSums, compareSums } from '#lib/domain/paf/rebuilding-sums.server.ts';
import { config } from '#lib/server/config.ts';
import { open } from '#lib/server/database.ts';

/* Works the sums of performance assessment and of measures out anew and compares them with those kept: npm run check-sums, with --rebuild to put them right. */

const rebuild = process.argv.includes('--rebuild');
const db = open(config.database, config.migrations);
const found = rebuild ? [...rebuildSums(db), ...rebuildMeasureSums(db)] : [...compareSums(db), ...compareMeasureSums(db)];
const wrong = found.filter(({ missing, tooMuch }) => missing || tooMuch);
for (const { table, kept, missing, tooMuch } of found)
	console.log(`${table}: ${kept} rows kept, ${missing} missing or different, ${tooMuch} that should not be so`);
console.log(
	wrong.length ? (rebuild ? 'They are put right.' : 'Run npm run check-sums -- --rebuild to put them right.') : 'All sums are right.'
);
if (wrong.length && !rebuild) process.exitCode = 1;
db.$client.close();
