import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { startSession } from '#lib/domain/access/sessions.server.ts';
import { answers } from '#lib/domain/assessments/tables.ts';
import { open } from '#lib/server/database.ts';
import { fill, type Filled } from './filling.ts';
import { ask, time, type Timing } from './measuring.ts';
import { measureMemory } from './memory.ts';

/*
 * How fast the pages are, as ratios to a reference page of the same server in the same run: the same layout, signed in,
 * a table of 50 constant rows. Run on the built server, with 1,000 services and with 10.
 */

const aims: Record<string, number> = { criterion: 1.2, save: 1.2, result: 2, 'progress board': 2, 'heat map': 3, 'council report': 3 };

async function served<T>(file: string, port: number, work: (origin: string, pid: number) => Promise<T>): Promise<T> {
	const origin = `http://localhost:${port}`;
	const env = {
		...process.env,
		NODE_ENV: 'production',
		PORT: String(port),
		HOST: '127.0.0.1',
		ORIGIN: origin,
		BODY_SIZE_LIMIT: '28M',
		GOLDEN_THREAD_DATABASE: file,
		GOLDEN_THREAD_LOG: 'error',
		GOLDEN_THREAD_BENCH: 'yes'
	};
	const server = spawn(process.execPath, ['build/index.js'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
	try {
		for (let tries = 0; ; tries++) {
			const answers = await fetch(`${origin}/health`).then(
				() => true,
				() => false
			);
			if (answers) break;
			if (tries > 200) throw new Error('The built server did not start');
			await new Promise((resolve) => setTimeout(resolve, 50));
		}
		return await work(origin, server.pid!);
	} finally {
		server.kill();
	}
}

async function measure(file: string, filled: Filled, origin: string): Promise<Record<string, Timing>> {
	const db = open(file);
	const cookieOf = async (person: string) => `thread-session=${await startSession(db, person)}`;
	const [lead, manager] = await Promise.all([cookieOf(filled.lead), cookieOf(filled.manager)]);
	const { draft, agreed, cycle } = filled;
	const criterion = `/assessments/${draft}/criteria/2.3`;
	let version = db
		.select()
		.from(answers)
		.where(eq(answers.assessmentId, draft))
		.all()
		.find((row) => row.criterion === '2.3')!.version;
	// one save at a time: each names the version that the one before it made
	let last: Promise<unknown> = Promise.resolve();
	const save = () => {
		const sending = last.then(() => {
			const rating = version % 2 ? 'L' : 'P';
			const body = new URLSearchParams({
				rating,
				comment: `Saved ${version} times`,
				version: String(version++),
				submission: `bench-${version}-${Math.random()}`
			});
			return ask(origin, criterion, manager, body.toString());
		});
		last = sending.catch(() => {});
		return sending;
	};
	const pages: Record<string, () => Promise<number>> = {
		reference: () => ask(origin, '/health/reference', lead),
		criterion: () => ask(origin, criterion, manager),
		save,
		result: () => ask(origin, `/assessments/${agreed}/result`, manager),
		'progress board': () => ask(origin, `/cycles/${cycle}`, lead),
		'heat map': () => ask(origin, `/cycles/${cycle}/heat-map`, lead),
		'council report': () => ask(origin, `/reports/council?cycle=${cycle}`, lead)
	};
	const timings: Record<string, Timing> = {};
	for (const [name, once] of Object.entries(pages)) timings[name] = await time(once);
	const again = await time(pages.reference!);
	timings.reference = { ...again, median: (again.median + timings.reference!.median) / 2 };
	const page = await ask(origin, `/reports/assessments/${agreed}`, manager);
	const pdf = await ask(origin, `/reports/assessments/${agreed}/pdf`, manager);
	const warm = await ask(origin, `/reports/assessments/${agreed}/pdf`, manager);
	console.log(
		`  service report: page ${page.toFixed(0)} ms, PDF ${pdf.toFixed(0)} ms the first time, ${warm.toFixed(0)} ms again (${(warm / page).toFixed(1)} × the page)`
	);
	db.$client.close();
	return timings;
}

function show(big: Record<string, Timing>, small: Record<string, Timing>) {
	const reference = big.reference!;
	const referenceSmall = small.reference!;
	console.log(
		`\n  Reference page: median ${reference.median.toFixed(2)} ms, p99 ${reference.p99.toFixed(2)} ms, ${reference.perSecond.toFixed(0)} a second\n`
	);
	console.log('  page              median ×   p99 ×   a second ×   aim    with 10 services ÷ with 1,000');
	for (const [name, aim] of Object.entries(aims)) {
		const [one, few] = [big[name]!, small[name]!];
		const ratio = one.median / reference.median;
		const fewer = few.median / referenceSmall.median / ratio;
		const verdict = ratio <= aim ? '' : '  ← over the aim';
		console.log(
			`  ${name.padEnd(17)} ${ratio.toFixed(2).padStart(8)} ${(one.p99 / reference.p99).toFixed(2).padStart(7)} ${(one.perSecond / reference.perSecond).toFixed(2).padStart(12)}   ≤ ${aim}   ${fewer.toFixed(2)}${verdict}`
		);
	}
}

const folder = mkdtempSync(join(tmpdir(), 'golden-thread-bench-'));
try {
	const runs: Record<string, Timing>[] = [];
	// `npm run bench -- memory` asks for the memory alone
	for (const count of process.argv[2] === 'memory' ? [] : [1000, 10]) {
		const file = join(folder, `${count}.sqlite`);
		process.stdout.write(`Filling a database with ${count} services × 5 cycles × 31 criteria `);
		const started = performance.now();
		const filled = fill(file, count);
		console.log(` ${((performance.now() - started) / 1000).toFixed(0)} s, ${(statSync(file).size / 1024 / 1024).toFixed(0)} MB`);
		runs.push(await served(file, 3900 + (count % 7), (origin) => measure(file, filled, origin)));
	}
	if (runs[0] && runs[1]) show(runs[0], runs[1]);
	const file = join(folder, 'memory.sqlite');
	const filled = fill(file, 10);
	await served(file, 3907, async (origin, pid) => {
		const db = open(file);
		const person = filled.manager;
		await measureMemory(origin, pid, db, person, `thread-session=${await startSession(db, person)}`);
		db.$client.close();
	});
} finally {
	rmSync(folder, { recursive: true, force: true });
}
