import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const INSTALLED = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
];
const UNPACKED = 'node_modules/.cache/chromium';
const FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--font-render-hinting=none'
];

/**
 * Unpacks the Chromium that @sparticuz/chromium carries, once. It unpacks into the system's temporary folder and takes whatever
 * stands there for finished, so it is given a folder of its own that is moved into place when it is whole: workers that start
 * together cannot find half a browser.
 */
async function unpack(): Promise<string> {
	const binary = join(UNPACKED, 'chromium');
	if (existsSync(binary)) return binary;
	mkdirSync('node_modules/.cache', { recursive: true });
	const folder = mkdtempSync('node_modules/.cache/unpacking-');
	const before = { TMPDIR: process.env.TMPDIR, AWS_LAMBDA_JS_RUNTIME: process.env.AWS_LAMBDA_JS_RUNTIME };
	process.env.TMPDIR = join(process.cwd(), folder);
	// makes it unpack the libraries that a bare machine lacks as well
	process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs20.x';
	try {
		const { default: packed } = await import('@sparticuz/chromium');
		await packed.executablePath();
	} finally {
		for (const [name, value] of Object.entries(before)) {
			if (value === undefined) delete process.env[name];
			else process.env[name] = value;
		}
	}
	try {
		renameSync(folder, UNPACKED);
	} catch {
		rmSync(folder, { recursive: true, force: true });
	}
	return binary;
}

/**
 * Starts Chromium with a fresh profile: the machine's own if it has one, else the one in node_modules, so that the tests need
 * nothing installed. The caller closes it.
 */
export async function launchBrowser(): Promise<Browser> {
	const installed = INSTALLED.find((path) => existsSync(path));
	if (installed) return chromium.launch({ executablePath: installed, args: FLAGS });
	const executablePath = join(process.cwd(), await unpack());
	const folder = join(process.cwd(), UNPACKED);
	const env: Record<string, string> = {};
	for (const [name, value] of Object.entries(process.env)) if (value !== undefined) env[name] = value;
	env.LD_LIBRARY_PATH = [env.LD_LIBRARY_PATH, join(folder, 'al2023', 'lib')].filter(Boolean).join(':');
	if (!existsSync('/etc/fonts/fonts.conf')) env.FONTCONFIG_PATH = join(folder, 'fonts');
	return chromium.launch({ executablePath, args: FLAGS, env });
}
