import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/* Makes a fresh clone ready: installs and builds what is missing or out of date. Needs nothing but Node and npm. */

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const onWindows = process.platform === 'win32';

/**
 * Runs an npm command in the project's folder and stops everything with its exit code if it fails.
 * @param {...string} args
 */
export function npm(...args) {
	const { status, error } = spawnSync(onWindows ? 'npm.cmd' : 'npm', args, { cwd: root, stdio: 'inherit', shell: onWindows });
	if (error) throw error;
	if (status !== 0) process.exit(status ?? 1);
}

/** @param {string} path */
const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');

/** @param {string} text */
const sha256 = (text) => createHash('sha256').update(text).digest('hex');

function install() {
	const wanted = sha256(read(join(root, 'package-lock.json')));
	const stamp = join(root, 'node_modules', '.installed');
	if (read(stamp) === wanted) return;
	console.log('Installing packages (a few minutes the first time) …');
	npm('ci');
	writeFileSync(stamp, wanted);
}

/**
 * Path, size and time of change of every file in a folder, in a fixed order.
 * @param {string} path
 * @returns {string[]}
 */
function stateOf(path) {
	const stat = statSync(path, { throwIfNoEntry: false });
	if (!stat) return [];
	if (!stat.isDirectory()) return [`${path} ${stat.size} ${stat.mtimeMs}`];
	return readdirSync(path)
		.sort()
		.flatMap((name) => stateOf(join(path, name)));
}

function build() {
	const sources = ['src', 'static', 'tests/bench', 'package-lock.json', 'svelte.config.js', 'vite.config.ts', 'vite.work.config.ts'];
	const wanted = sha256(sources.flatMap((name) => stateOf(join(root, name))).join('\n'));
	const stamp = join(root, 'build', '.built');
	if (read(stamp) === wanted) return;
	console.log('Building …');
	npm('run', '--silent', 'build');
	writeFileSync(stamp, wanted);
}

/** Installs and builds what is missing or out of date, says so, and is quick when there is nothing to do. */
export function ready() {
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	if (major < 20 || (major === 20 && minor < 19)) {
		console.error(`Golden Thread needs Node 20.19 or newer; this is ${process.versions.node}.`);
		process.exit(1);
	}
	install();
	build();
}
