import { refreshStaleResults } from '#lib/domain/results/keeping-results.server.ts';
import { dayOf } from '#lib/domain/calendar/dates.ts';
import { forgetOldFeedback } from '#lib/domain/complaints/forgetting.server.ts';
import { anonymiseOld } from '#lib/domain/paf-sheets/anonymising.server.ts';
import { sweepUploads } from '#lib/domain/evidence/discarding.server.ts';
import { forgetAttempts } from '#lib/domain/surveys/flooding.server.ts';
import { workOutOnceADay } from '#lib/domain/measures/computing.server.ts';
import { forgetUnapplied } from '#lib/exchange/forgetting.server.ts';
import { forgetFiles } from '#lib/exchange/interactions/kept-file.server.ts';
import type { Database } from '#lib/server/database.ts';
import { log } from '#lib/server/log.ts';
import { forgetSubmissions } from '#lib/server/submitting.ts';
import { keepScheduled } from './keeping-scheduled.server.ts';
import { startRefreshingResults } from './refreshing-results.server.ts';

type Chore = { name: string; run: (db: Database, now: number) => unknown };

/** What has to be done now and then without anybody asking; each is short and safe to repeat. */
const chores: Chore[] = [
	{ name: 'forgetting files that nobody applied', run: forgetUnapplied },
	{ name: 'throwing away lists that were discarded', run: forgetFiles },
	{ name: 'forgetting which forms were sent', run: forgetSubmissions },
	{ name: 'throwing away uploads that were never finished', run: sweepUploads },
	{ name: 'making performance anonymous that is older than it is kept', run: anonymiseOld },
	{ name: 'keeping the reports whose day has come', run: keepScheduled },
	{ name: 'taking away what tells of customers, older than it is kept', run: forgetOldFeedback },
	{ name: 'forgetting where answers to surveys came from', run: forgetAttempts },
	{ name: 'working out measures from what the workbench holds', run: workOutOnceADay },
	{ name: 'working out results again whose evidence ran out', run: (db, now) => refreshStaleResults(db, dayOf(now), mostAtOnce) }
];
/** Results worked out again in one go: some tens of milliseconds. The rest wait for the next round. */
const mostAtOnce = 200;

function runAll(db: Database) {
	for (const { name, run } of chores) {
		try {
			run(db, Date.now());
		} catch (problem) {
			log.error({ problem: problem instanceof Error ? problem.message : problem }, `Housekeeping failed: ${name}`);
		}
	}
}

/** Runs the chores now and every ten minutes; gives what stops them. */
export function startHousekeeping(db: Database): () => void {
	runAll(db);
	const timer = setInterval(() => runAll(db), 10 * 60 * 1000);
	timer.unref();
	const stopRefreshing = startRefreshingResults(db);
	return () => {
		clearInterval(timer);
		stopRefreshing();
	};
}
