import type { Person } from '#lib/domain/access/person.ts';
import { servicesWhere } from '#lib/domain/access/can.ts';
import type { Outcome } from '#lib/domain/outcome.ts';
import { applyList } from '#lib/exchange/interactions/applying.server.ts';
import { keepCheck, keepRefusal } from '#lib/exchange/keeping-checks.server.ts';
import { waitsForCheck } from '#lib/exchange/starting.server.ts';
import type { Counts } from '#lib/exchange/tables.ts';
import { now } from '#lib/server/clock.ts';
import type { Database } from '#lib/server/database.ts';
import { log } from '#lib/server/log.ts';
import { inWorker } from './in-worker.server.ts';

type Progress = { done: number; of: number };
const checking = new Map<string, Progress>();
const applying = new Map<string, { progress: Progress; work: Promise<Outcome<{ counts: Counts }>> }>();
/** In milliseconds: a list of a usual size is done by then, and the next page shows the result at once. */
const patience = 1_500;

const enough = (work: Promise<unknown>) => Promise.race([work, new Promise((go) => setTimeout(go, patience).unref())]);

/** How far the check of a list is in this process; null where none is under way. */
export const checkOf = (id: string): Progress | null => checking.get(id) ?? null;
/** How far a list is applied; null where nothing is under way. */
export const applyOf = (id: string): Progress | null => applying.get(id)?.progress ?? null;

/** Checks a kept list off the request thread. Comes back when it is done or after a moment. Never throws. */
export async function checkInteractions(db: Database, person: Person, importId: string): Promise<void> {
	if (checking.has(importId) || !waitsForCheck(db, importId)) return;
	checking.set(importId, { done: 0, of: 0 });
	const over = servicesWhere(person, 'run PAF');
	const check = run(db, { importId, over, now: now() }).finally(() => checking.delete(importId));
	await enough(check);
}

async function run(db: Database, list: { importId: string; over: 'all' | string[]; now: number }): Promise<void> {
	try {
		const outcome = await inWorker(db, 'check a list of interactions', list, (done, of) => checking.set(list.importId, { done, of }));
		if (outcome.ok) keepCheck(db, list.importId, outcome.checked);
		else keepRefusal(db, list.importId, outcome.text);
	} catch (problem) {
		log.error({ problem: problem instanceof Error ? problem.message : problem, import: list.importId }, 'A list could not be checked');
		keepRefusal(db, list.importId, 'The file could not be checked. Try again; if it happens again, tell whoever runs the program');
	}
}

/** Applies a checked list some rows at a time. Gives its outcome, or null where it goes on after a moment. Asked twice, it is done once. */
export async function applyInteractions(db: Database, person: Person, importId: string): Promise<Outcome<{ counts: Counts }> | null> {
	let under = applying.get(importId);
	if (!under) {
		const progress = { done: 0, of: 0 };
		const tell = (done: number, of: number) => Object.assign(progress, { done, of });
		const takeOver = () => inWorker(db, 'take the log over into the file', undefined);
		const work = applyList(db, person, importId, servicesWhere(person, 'run PAF'), tell, takeOver).finally(() => applying.delete(importId));
		work.catch((problem: unknown) =>
			log.error({ problem: problem instanceof Error ? problem.message : problem }, 'A list could not be applied')
		);
		under = { progress, work };
		applying.set(importId, under);
	}
	const outcome = await enough(under.work);
	return (outcome as Outcome<{ counts: Counts }> | undefined) ?? null;
}
