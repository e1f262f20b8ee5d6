import { existsSync, readFileSync } from 'node:fs';
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

/** The processor's time that a process has taken, in milliseconds: what other work on the machine adds least to. */
function cpuOf(pid: number): number {
	const file = `/proc/${pid}/stat`;
	if (!existsSync(file)) return NaN;
	const [user, system] = readFileSync(file, 'utf8').split(') ')[1]!.split(' ').slice(11, 13).map(Number);
	return (user! + system!) * 10;
}

/** Times requests one after the other, then how many a second eight at a time get answered by the server of this process. */
export async function time(once: () => Promise<number>, pid: number, rounds = 200): Promise<Timing> {
	for (let n = 0; n < Math.min(rounds, 40); n++) await once();
	const cpuBefore = cpuOf(pid);
	const taken: number[] = [];
	for (let n = 0; n < rounds; n++) taken.push(await once());
	const until = performance.now() + 1000;
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
