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

/** Milliseconds of one page's requests, and of the processor for each. */
export type Together = Record<string, { median: number; cpu: number }>;

/** Times pages in turn, a request of each at a time, so that other work on the machine falls on all of them alike. */
export async function timeTogether(pages: Record<string, () => Promise<number>>, pid: number, rounds = 150): Promise<Together> {
	const taken = Object.fromEntries(Object.keys(pages).map((name) => [name, { clock: [] as number[], cpu: [] as number[] }]));
	const warm = 20;
	for (let n = -warm; n < rounds; n++)
		for (const [name, once] of Object.entries(pages)) {
			const before = cpuOf(pid);
			const clock = await once();
			if (n < 0) continue;
			taken[name]!.clock.push(clock);
			taken[name]!.cpu.push(cpuOf(pid) - before);
		}
	return Object.fromEntries(Object.entries(taken).map(([name, { clock, cpu }]) => [name, { median: median(clock), cpu: median(cpu) }]));
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
