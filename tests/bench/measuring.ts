import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Agent, request, type RequestOptions } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 16 });

/** Milliseconds, but for `perSecond`. `cpu` is the processor's time for one request; NaN where the machine does not tell. */
export type Timing = { median: number; p99: number; perSecond: number; cpu: number };

/** One request, read to its end; gives milliseconds. Throws unless the status is one that was wanted. */
export function ask(origin: string, path: string, cookie: string, body?: string): Promise<number> {
	const headers: Record<string, string> = { cookie, accept: 'text/html' };
	if (body !== undefined)
		Object.assign(headers, { 'content-type': 'application/x-www-form-urlencoded', origin, 'sec-fetch-site': 'same-origin' });
	const options: RequestOptions = { agent, method: body === undefined ? 'GET' : 'POST', headers };
	const started = performance.now();
	return new Promise((resolve, reject) => {
		const sent = request(origin + path, options, (response) => {
			response.on('data', () => {});
			response.on('end', () => {
				const wanted = body === undefined ? [200] : [200, 303];
				if (wanted.includes(response.statusCode ?? 0)) resolve(performance.now() - started);
				else reject(new Error(`${path} answered ${response.statusCode}`));
			});
		});
		sent.on('error', reject);
		sent.end(body);
	});
}

const at = (sorted: number[], share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;

/** The middle one of some figures. */
export const median = (figures: number[]): number =>
	at(
		[...figures].sort((a, b) => a - b),
		0.5
	);

/** The processor's time that all threads of a process have taken, in milliseconds: what other work on the machine adds least to. */
export function cpuOf(pid: number): number {
	const tasks = `/proc/${pid}/task`;
	if (!existsSync(tasks)) return NaN;
	const files = readdirSync(tasks).map((task) => `${tasks}/${task}/schedstat`);
	return files.filter((file) => existsSync(file)).reduce((sum, file) => sum + Number(readFileSync(file, 'utf8').split(' ')[0]) / 1e6, 0);
}

/** What one request takes, in milliseconds of the clock and of the processor. */
export type Taken = { clock: number; cpu: number };

async function short(once: () => Promise<number>, pid: number): Promise<Taken> {
	// the first ones clear up after whatever came before them
	for (let n = 0; n < 5; n++) await once();
	const before = cpuOf(pid);
	const clock: number[] = [];
	for (let n = 0; n < 20; n++) clock.push(await once());
	return { clock: median(clock), cpu: (cpuOf(pid) - before) / clock.length };
}

/**
 * What a page takes beside a reference: 20 requests of one, 20 of the other, and so on, so that other work on the machine falls on
 * both alike. Gives the middle one of the ratios, and the middle one of what the reference takes.
 */
export async function besideReference(
	reference: () => Promise<number>,
	page: () => Promise<number>,
	pid: number,
	rounds = 10
): Promise<{ ratio: Taken; reference: Taken }> {
	const pairs: [Taken, Taken][] = [];
	for (let n = -2; n < rounds; n++) {
		const pair: [Taken, Taken] = [await short(reference, pid), await short(page, pid)];
		if (n >= 0) pairs.push(pair);
	}
	const middle = (of: (pair: [Taken, Taken]) => number) => median(pairs.map(of));
	return {
		ratio: { clock: middle(([plain, one]) => one.clock / plain.clock), cpu: middle(([plain, one]) => one.cpu / plain.cpu) },
		reference: { clock: middle(([plain]) => plain.clock), cpu: middle(([plain]) => plain.cpu) }
	};
}

/** Times requests one after the other, then how many a second eight at a time get answered by the server of this process, in `busy` ms. */
export async function time(once: () => Promise<number>, pid: number, rounds = 200, busy = 1000): Promise<Timing> {
	for (let n = 0; n < Math.min(rounds, 40); n++) await once();
	const cpuBefore = cpuOf(pid);
	const taken: number[] = [];
	for (let n = 0; n < rounds; n++) taken.push(await once());
	const until = performance.now() + busy;
	const started = performance.now();
	let answered = 0;
	const client = async () => {
		while (performance.now() < until) {
			await once();
			answered++;
		}
	};
	await Promise.all(Array.from({ length: 8 }, client));
	taken.sort((a, b) => a - b);
	const perSecond = answered / ((performance.now() - started) / 1000);
	return { median: at(taken, 0.5), p99: at(taken, 0.99), perSecond, cpu: (cpuOf(pid) - cpuBefore) / (rounds + answered) };
}

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The memory a process holds in the machine, in MB. */
export const residentOf = (pid: number): number => {
	const file = `/proc/${pid}/status`;
	const kilobytes = existsSync(file)
		? /VmRSS:\s+(\d+)/.exec(readFileSync(file, 'utf8'))?.[1]
		: execFileSync('ps', ['-o', 'rss=', '-p', String(pid)]).toString();
	return Number(kilobytes) / 1024;
};

/** The most memory a process held while some work ran, in MB. */
export async function highest(pid: number, work: () => Promise<unknown>): Promise<number> {
	let most = residentOf(pid);
	let running = true;
	const working = work().finally(() => (running = false));
	while (running) {
		await pause(10);
		most = Math.max(most, residentOf(pid));
	}
	await working;
	return most;
}
