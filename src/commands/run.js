import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ready, root } from './ready.js';

/* Runs one of the built commands by its name: node src/commands/run.js backup */

const [name, ...rest] = process.argv.slice(2);
ready();
process.chdir(root);
process.argv = [process.argv[0] ?? 'node', `${name}`, ...rest];
await import(pathToFileURL(join(root, 'build', 'work', `${name}.js`)).href);
