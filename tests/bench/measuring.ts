import { Agent, request, type RequestOptions } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 16 });

export type Timing = { median: number; p99: number; perSecond: number };

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

/** Median and 99th percentile of requests one after the other, and how many a second eight at a time get answered. */
export async function time(once: () => Promise<number>, rounds = 300): Promise<Timing> {
	for (let n = 0; n < 40; n++) await once();
	const taken: number[] = [];
	for (let n = 0; n < rounds; n++) taken.push(await once());
	taken.sort((a, b) => a - b);
	const until = performance.now() + 1500;
	const started = performance.now();
	let answered = 0;
	const client = async () => {
		while (performance.now() < until) {
			await once();
			answered++;
		}
	};
	await Promise.all(Array.from({ length: 8 }, client));
	return { median: at(taken, 0.5), p99: at(taken, 0.99), perSecond: answered / ((performance.now() - started) / 1000) };
}
