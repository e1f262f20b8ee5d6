import { refreshStaleResults } from '#lib/domain/results/keeping-results.server.ts';
import { dayOf } from '#lib/domain/calendar/dates.ts';
import { now } from '#lib/server/clock.ts';
import type { Database } from '#lib/server/database.ts';
import { log } from '#lib/server/log.ts';

/** So few at a time that no request waits for them. */
const piece = 10;
const aMinute = 60_000;
const aBreath = 50;

/** Keeps results in step with the day and with the corporate answers, a few at a time; gives what stops it. */
export function startRefreshingResults(db: Database): () => void {
	let timer: ReturnType<typeof setTimeout>;
	const next = () => {
		let refreshed = 0;
		try {
			refreshed = refreshStaleResults(db, dayOf(now()), piece);
		} catch (problem) {
			log.error({ problem: problem instanceof Error ? problem.message : problem }, 'Results could not be refreshed');
		}
		timer = setTimeout(next, refreshed === piece ? aBreath : aMinute);
		timer.unref();
	};
	next();
	return () => clearTimeout(timer);
}
