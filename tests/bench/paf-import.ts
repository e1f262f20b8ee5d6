import { eq } from 'drizzle-orm';
import { imports } from '#lib/exchange/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { ask, cpuOf, highest, pause, residentOf } from './measuring.ts';
import { payrollOf } from './paf-filling.ts';

/* Lists of interactions through the real pages: uploaded, checked in the worker, applied. */

const aim = 20_000;
const sizes = [20_000, 200_000];
const words = ['Telephone', 'Voice', 'E-mail', 'Counter'];

/** A list as a telephone system gives it out: British dates, times beside them, all of this month and in the past. */
export function listOf(rows: number, name: string, advisors: number, from: number, to: number): string {
	const lines = ['Reference,Date,Time,Channel,Agent,Duration'];
	for (let n = 0; n < rows; n++) {
		const at = new Date(from + Math.floor(((to - from) * n) / rows)).toISOString();
		const day = `${at.slice(8, 10)}/${at.slice(5, 7)}/${at.slice(0, 4)}`;
		// references in no order, as those of several queues are
		const reference = `${name}-${((n * 7919) % rows).toString(36)}-${n}`;
		lines.push(
			`${reference},${day},${at.slice(11, 19)},${words[(n + Math.floor(n / advisors)) % words.length]},${payrollOf(n % advisors)},0:0${n % 10}:14`
		);
	}
	return `${lines.join('\n')}\n`;
}

type Server = { origin: string; pid: number; db: Database; cookie: string };

/** Waits until an import has a state, asking the file itself so that the server is left alone. In milliseconds. */
async function until(db: Database, id: string, state: 'checked' | 'applied'): Promise<void> {
	for (;;) {
		const found = db.select({ state: imports.state, problems: imports.problems }).from(imports).where(eq(imports.id, id)).get();
		if (found?.state === state) return;
		if (found?.state === 'refused') throw new Error(`The list was refused: ${JSON.stringify(found.problems?.[0])}`);
		await pause(5);
	}
}

async function uploaded({ origin, cookie }: Server, text: string): Promise<string> {
	const form = new FormData();
	form.append('file', new Blob([text]), 'list.csv');
	const headers = { cookie, origin, accept: 'text/html', 'sec-fetch-site': 'same-origin' };
	const sent = await fetch(`${origin}/paf/imports`, { method: 'POST', body: form, redirect: 'manual', headers });
	const id = /([^/]+)$/.exec(sent.headers.get('location') ?? '')?.[1];
	if (sent.status !== 303 || !id) throw new Error(`The list was answered with ${sent.status}`);
	return id;
}

type Taken = { ms: number; cpu: number; more: number };

async function measured(server: Server, work: () => Promise<unknown>): Promise<Taken> {
	const [rest, cpu, started] = [residentOf(server.pid), cpuOf(server.pid), performance.now()];
	const most = await highest(server.pid, work);
	return { ms: performance.now() - started, cpu: cpuOf(server.pid) - cpu, more: most - rest };
}

/** The longest a reference page had to wait while some work ran, in milliseconds. */
async function longestWait({ origin, cookie }: Server, work: Promise<unknown>): Promise<number> {
	let running = true;
	let longest = 0;
	const working = work.finally(() => (running = false));
	while (running) longest = Math.max(longest, await ask(origin, '/health/reference', cookie));
	await working;
	return longest;
}

/** Brings in lists of 20,000 and 200,000 interactions; prints rows a second, memory, and how long others wait meanwhile. */
export async function measureImport(server: Server, advisors: number, from: number, to: number): Promise<void> {
	const { origin, db, cookie } = server;
	const apply = (id: string) => ask(origin, `/paf/imports/${id}?/apply`, cookie, `submission=bench-${id}`);
	const through = async (text: string) => {
		const id = await uploaded(server, text);
		await until(db, id, 'checked');
		return id;
	};
	// what the worker reads in the first time is no part of a list's memory
	const first = await through(listOf(1000, 'A', advisors, from, to));
	await apply(first);
	await until(db, first, 'applied');
	console.log(
		`\n  Lists of interactions: upload with check, and apply (aim: more than ${aim.toLocaleString('en-GB')} rows a second, memory flat)`
	);
	console.log('  rows       check: rows a second   by processor   memory   apply: rows a second   by processor   memory');
	for (const rows of sizes) {
		const text = listOf(rows, `B${rows}`, advisors, from, to);
		let id = '';
		const check = await measured(server, async () => (id = await through(text)));
		const applied = await measured(server, async () => {
			await apply(id);
			await until(db, id, 'applied');
		});
		const shown = ({ ms, cpu, more }: Taken) =>
			`${perSecond(rows, ms).padStart(21)} ${perSecond(rows, cpu).padStart(14)} ${`+${more.toFixed(0)} MB`.padStart(8)}`;
		const isUnder = [check, applied].some(({ ms }) => (rows / ms) * 1000 <= aim);
		console.log(`  ${rows.toLocaleString('en-GB').padStart(7)} ${shown(check)} ${shown(applied)}${isUnder ? '  ← under the aim' : ''}`);
	}
	const checking = uploaded(server, listOf(100_000, 'C', advisors, from, to));
	const whileChecked = await longestWait(
		server,
		checking.then((id) => until(db, id, 'checked'))
	);
	const id = await checking;
	const whileApplied = await longestWait(server, Promise.all([apply(id), until(db, id, 'applied')]));
	console.log(
		`  Longest wait of another page: ${whileChecked.toFixed(0)} ms while 100,000 are checked, ${whileApplied.toFixed(0)} ms while they are applied`
	);
}

const perSecond = (rows: number, ms: number) => Math.round((rows / ms) * 1000).toLocaleString('en-GB');
