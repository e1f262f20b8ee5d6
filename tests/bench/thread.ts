import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startSession } from '#lib/domain/access/sessions.server.ts';
import { dayOf } from '#lib/domain/calendar/dates.ts';
import { enterValues } from '#lib/domain/measures/entering.server.ts';
import { measureByKey } from '#lib/domain/measures/finding.server.ts';
import { lastEnded } from '#lib/domain/measures/period.ts';
import { compareMeasureSums } from '#lib/domain/measures/sums.server.ts';
import { now } from '#lib/server/clock.ts';
import { open } from '#lib/server/database.ts';
import { must } from './filling.ts';
import { ask, besideReference } from './measuring.ts';
import { showRatios, type Ratios } from './ratios.ts';
import { served } from './serving.ts';
import { fillThread, type ThreadFilled } from './thread-filling.ts';

/*
 * The golden thread and its measures: 300 services × 60 months × 40 measures × 6 channels (about 4 million values) with 2,000 strands, and
 * a tenth of both. Pages as ratios to the reference page, each asked for after a write of something else; 'after a value' is what the first
 * reader after a new value waits for.
 */

const aim = 2.5;
const port = 3913;

const seconds = (started: number) => `${((performance.now() - started) / 1000).toFixed(1)} s`;

/** Fills a file, or takes it as an earlier run has filled it. */
function filled(file: string, services: number, strands: number): ThreadFilled {
	const told = `${file}.json`;
	if (existsSync(told)) return JSON.parse(readFileSync(told, 'utf8')) as ThreadFilled;
	const started = performance.now();
	const found = fillThread(file, services, strands);
	writeFileSync(told, JSON.stringify(found));
	const size = statSync(file).size / 1024 / 1024;
	console.log(
		`\n  ${services} services: ${found.values.toLocaleString('en-GB')} values, ${found.strands.toLocaleString('en-GB')} strands, filled in ${seconds(started)}, ${size.toFixed(0)} MB`
	);
	return found;
}

async function pagesOf(file: string, { lead, measure, service, top, bottom }: ThreadFilled, only: string): Promise<Ratios> {
	return served(file, port, async (origin, pid) => {
		const db = open(file);
		const cookie = `thread-session=${await startSession(db, lead)}`;
		const touch = db.$client.prepare('update council set name = name');
		let entered = 0;
		const value = {
			measureId: measureByKey(db, measure).id,
			serviceId: service,
			teamId: null,
			channel: 'phone' as const,
			denominator: null
		};
		const today = dayOf(now());
		/** Corrects a value that every figure of the council rests on. */
		const enter = () => {
			const corrected = { ...value, period: lastEnded(today), numerator: 400 + (entered++ % 100) };
			must(enterValues(db, null, { origin: 'computed', reason: '' }, [corrected], today));
		};
		const found: Ratios = {};
		for (const [name, path] of Object.entries({
			'dashboard of the council': '/glance',
			'dashboard of a service': `/glance?service=${service}`,
			'dashboard, its demand': '/glance/demand',
			'dashboard, after a value': '/glance',
			'a measure': `/measures/${measure}`,
			'a measure of a service': `/measures/${measure}?service=${service}`,
			'a measure, after a value': `/measures/${measure}`,
			'thread, down from the vision': `/thread/${top}`,
			'thread, up from an objective': `/thread/${bottom}`,
			'thread, the outline': '/thread',
			'thread, the picture': '/thread/picture'
		})) {
			if (!name.includes(only)) continue;
			// any write, by whomever, ends what is kept between writes; a value ends what is kept of the measures
			const anew = () => {
				if (name.endsWith('after a value')) enter();
				else touch.run();
				return ask(origin, path, cookie);
			};
			found[name] = await besideReference(() => ask(origin, '/health/reference', cookie), anew, pid, 7);
		}
		db.$client.close();
		return found;
	});
}

function checkSums(file: string): void {
	const db = open(file);
	const started = performance.now();
	const wrong = compareMeasureSums(db).filter(({ missing, tooMuch }) => missing || tooMuch);
	console.log(`  check-sums on the tenth: compared in ${seconds(started)}, ${wrong.length ? 'and they differ' : 'and all are right'}`);
	db.$client.close();
}

/** Fills both councils, checks the sums of the smaller against its values, and prints the pages. */
export async function measureThread(folder: string, only = ''): Promise<void> {
	const [bigFile, smallFile] = [join(folder, 'thread.sqlite'), join(folder, 'thread-tenth.sqlite')];
	const [big, small] = [filled(bigFile, 300, 2000), filled(smallFile, 30, 200)];
	if (!only) checkSums(smallFile);
	const few = await pagesOf(smallFile, small, only);
	showRatios(aim, await pagesOf(bigFile, big, only), few);
}
