import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { startSession } from '#lib/domain/access/sessions.server.ts';
import { answers } from '#lib/domain/assessments/tables.ts';
import { open, type Database } from '#lib/server/database.ts';
import { measureBoard } from './board.ts';
import { fill, type Filled } from './filling.ts';
import { showDisk } from './disk.ts';
import { ask, median, time, type Timing } from './measuring.ts';
import { measureMaps } from './maps.ts';
import { measureMemory } from './memory.ts';
import { measurePaf } from './paf.ts';
import { served } from './serving.ts';
import { measureThread } from './thread.ts';

/*
 * How fast the pages are, as ratios to a reference page of the same server in the same run: the same layout, signed in,
 * a table of 50 constant rows. Run on the built server, with 1,000 services and with 10.
 */

/** Times round all pages: other work on the machine comes and goes, so a ratio is of two pages in the same turn. */
const turns = 3;

const aims: Record<string, number> = { criterion: 1.2, save: 1.2, result: 2, 'progress board': 2, 'heat map': 3, 'council report': 3 };

type Turn = Record<string, Timing>;

async function measure(file: string, filled: Filled, origin: string, pid: number): Promise<Turn[]> {
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
	const timings: Turn[] = [];
	for (let turn = 0; turn < turns; turn++) {
		const timed: Turn = {};
		for (const [name, once] of Object.entries(pages)) timed[name] = await time(once, pid);
		timings.push(timed);
	}
	const page = await ask(origin, `/reports/assessments/${agreed}`, manager);
	const pdf = await ask(origin, `/reports/assessments/${agreed}/pdf`, manager);
	const warm = await ask(origin, `/reports/assessments/${agreed}/pdf`, manager);
	console.log(
		`  service report: page ${page.toFixed(0)} ms, PDF ${pdf.toFixed(0)} ms the first time, ${warm.toFixed(0)} ms again (${(warm / page).toFixed(1)} × the page)`
	);
	db.$client.close();
	return timings;
}

/** The middle one of the turns' ratios to the reference page. */
const ratioOf = (timings: Turn[], page: string, figure: keyof Timing) =>
	median(timings.map((turn) => turn[page]![figure] / turn.reference![figure]));

function show(big: Turn[], small: Turn[]) {
	const ofReference = (figure: keyof Timing) => median(big.map((turn) => turn.reference![figure]));
	const milliseconds = (figure: keyof Timing) => `${ofReference(figure).toFixed(2)} ms`;
	console.log(
		`\n  Reference page: median ${milliseconds('median')}, p99 ${milliseconds('p99')}, processor ${milliseconds('cpu')}, ${ofReference('perSecond').toFixed(0)} a second\n`
	);
	console.log('  page              median ×   p99 ×   processor ×   a second ×   aim    with 10 services ÷ with 1,000 (processor)');
	for (const [name, aim] of Object.entries(aims)) {
		const ratio = ratioOf(big, name, 'median');
		const few = (figure: keyof Timing) => (ratioOf(small, name, figure) / ratioOf(big, name, figure)).toFixed(2);
		const shown = (figure: keyof Timing, width: number) => ratioOf(big, name, figure).toFixed(2).padStart(width);
		const verdict = ratio <= aim ? '' : '  ← over the aim';
		console.log(
			`  ${name.padEnd(17)} ${shown('median', 8)} ${shown('p99', 7)} ${shown('cpu', 13)} ${shown('perSecond', 12)}   ≤ ${aim}   ${few('median')} (${few('cpu')})${verdict}`
		);
	}
}

async function measurePages(folder: string): Promise<void> {
	const runs: Turn[][] = [];
	for (const count of [1000, 10]) {
		const file = join(folder, `${count}.sqlite`);
		process.stdout.write(`Filling a database with ${count} services × 5 cycles × 31 criteria `);
		const started = performance.now();
		const filled = fill(file, count);
		console.log(` ${((performance.now() - started) / 1000).toFixed(0)} s, ${(statSync(file).size / 1024 / 1024).toFixed(0)} MB`);
		runs.push(await served(file, 3900 + (count % 7), (origin, pid) => measure(file, filled, origin, pid)));
	}
	show(runs[0]!, runs[1]!);
	showDisk(folder);
}

type OfSmallCouncil = (origin: string, pid: number, db: Database, filled: Filled) => Promise<void>;

/** A part that needs no more than a small council. */
const withTen = (name: string, measureIt: OfSmallCouncil) => (folder: string) => {
	const file = join(folder, `${name}.sqlite`);
	const filled = fill(file, 10);
	return served(file, 3907, async (origin, pid) => {
		const db = open(file);
		await measureIt(origin, pid, db, filled);
		db.$client.close();
	});
};

/**
 * `npm run bench -- maps` asks for the maps alone, and so on; without a name all are measured. `-- thread dashboard` asks for those
 * pages of the thread whose names say so. `--in=folder` keeps what was filled there for the next run.
 */
const parts: Record<string, (folder: string, only: string) => Promise<void>> = {
	pages: measurePages,
	maps: withTen('maps', measureMaps),
	board: withTen('board', measureBoard),
	memory: withTen('memory', measureMemory),
	paf: measurePaf,
	thread: measureThread
};

const [wanted, only = ''] = process.argv.slice(2).filter((one) => !one.startsWith('--'));
const keptIn = process.argv.find((one) => one.startsWith('--in='))?.slice('--in='.length);
if (wanted && !parts[wanted]) throw new Error(`There is no part called ${wanted}: ${Object.keys(parts).join(', ')}`);
if (keptIn) mkdirSync(keptIn, { recursive: true });
const folder = keptIn ?? mkdtempSync(join(tmpdir(), 'golden-thread-bench-'));
try {
	for (const [name, part] of Object.entries(parts)) if (!wanted || wanted === name) await part(folder, only);
} finally {
	if (!keptIn) rmSync(folder, { recursive: true, force: true });
}
