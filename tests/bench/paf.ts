import { statSync } from 'node:fs';
import { join } from 'node:path';
import { personById } from '#lib/domain/access/finding.server.ts';
import { startSession } from '#lib/domain/access/sessions.server.ts';
import { startOfDay, dayOf } from '#lib/domain/calendar/dates.ts';
import { openMonth } from '#lib/domain/paf/months.server.ts';
import { compareSums, rebuildSums } from '#lib/domain/paf/rebuilding-sums.server.ts';
import { now } from '#lib/server/clock.ts';
import { open, type Database } from '#lib/server/database.ts';
import { must } from './filling.ts';
import { ask, besideReference, cpuOf, median } from './measuring.ts';
import { fillPaf, type PafFilled } from './paf-filling.ts';
import { measureImport } from './paf-import.ts';
import { showRatios, type Ratios } from './ratios.ts';
import { served } from './serving.ts';

/*
 * Performance assessment: three years of 300 advisors × 10 scores a month × 20 answers (about 2 million), and a tenth of it.
 * Summaries as ratios to the reference page of the same turn, each worked out anew because something was written before it.
 */

const aim = 2;
const ports = { big: 3911, small: 3912 };
const inCentre = 200;

const seconds = (started: number) => `${((performance.now() - started) / 1000).toFixed(1)} s`;

function filled(file: string, advisors: number): PafFilled {
	const started = performance.now();
	const found = fillPaf(file, advisors);
	const size = statSync(file).size / 1024 / 1024;
	console.log(
		`\n  ${advisors} advisors: ${found.scores.toLocaleString('en-GB')} scores, ${found.answers.toLocaleString('en-GB')} answers, filled in ${seconds(started)}, ${size.toFixed(0)} MB`
	);
	const db = open(file);
	const rebuilding = performance.now();
	rebuildSums(db);
	const rebuilt = seconds(rebuilding);
	const comparing = performance.now();
	const wrong = compareSums(db).filter(({ missing, tooMuch }) => missing || tooMuch);
	console.log(
		`  check-sums: rebuilt in ${rebuilt}, compared in ${seconds(comparing)}, ${wrong.length ? 'and they differ' : 'and all are right'}`
	);
	db.$client.close();
	return found;
}

async function summaries(origin: string, pid: number, db: Database, { lead, team, centre }: PafFilled): Promise<Ratios> {
	const cookie = `thread-session=${await startSession(db, lead)}`;
	const touch = db.$client.prepare('update council set name = name');
	const found: Ratios = {};
	for (const [name, path] of Object.entries({
		'council summary': '/paf/summary',
		'service summary': `/paf/services/${centre}`,
		'team summary': `/paf/teams/${team}`
	})) {
		// any write, by whomever, makes the next page work its figures out anew
		const anew = () => {
			touch.run();
			return ask(origin, path, cookie);
		};
		found[name] = await besideReference(() => ask(origin, '/health/reference', cookie), anew, pid);
	}
	return found;
}

/** The samples of 200 advisors drawn from the lists that were brought in, by the page's own button. */
async function draw(origin: string, pid: number, db: Database, { manager, centre }: PafFilled, cookie: string): Promise<void> {
	const person = personById(db, manager)!;
	const month = dayOf(now()).slice(0, 7);
	const { id } = must(openMonth(db, person, { serviceId: centre, month, quotas: { phone: 6, 'face to face': 4 } }));
	const reference: number[] = [];
	for (let n = 0; n < 60; n++) reference.push(await ask(origin, '/health/reference', cookie));
	const before = cpuOf(pid);
	const took = await ask(origin, `/paf/months/${id}?/draw`, cookie, `seed=2026&submission=bench-draw`);
	const cpu = cpuOf(pid) - before;
	const { n } = db.$client.prepare<[string], { n: number }>('select count(*) as n from paf_assessment where month_id = ?').get(id)!;
	const counted = db.$client.prepare<[string], { list: number }>('select sum(population_size) as list from paf_sample where month_id = ?');
	const { list } = counted.get(id)!;
	console.log(
		`\n  Sample for ${inCentre} advisors: ${n.toLocaleString('en-GB')} drawn from ${list.toLocaleString('en-GB')} interactions in ${took.toFixed(0)} ms, its page included (processor ${cpu.toFixed(0)} ms; ${(took / median(reference)).toFixed(0)} × the reference page)`
	);
}

/** Fills both councils, then prints summaries, imports and samples. */
export async function measurePaf(folder: string): Promise<void> {
	const [bigFile, smallFile] = [join(folder, 'paf.sqlite'), join(folder, 'paf-tenth.sqlite')];
	const [big, small] = [filled(bigFile, 300), filled(smallFile, 30)];
	const few = await served(smallFile, ports.small, async (origin, pid) => {
		const db = open(smallFile);
		const timings = await summaries(origin, pid, db, small);
		db.$client.close();
		return timings;
	});
	await served(bigFile, ports.big, async (origin, pid) => {
		const db = open(bigFile);
		showRatios(aim, await summaries(origin, pid, db, big), few);
		const cookie = `thread-session=${await startSession(db, big.manager)}`;
		const monthBegan = startOfDay(`${dayOf(now()).slice(0, 7)}-01`);
		await measureImport({ origin, pid, db, cookie }, inCentre, monthBegan, now());
		await draw(origin, pid, db, big, cookie);
		db.$client.close();
	});
}
