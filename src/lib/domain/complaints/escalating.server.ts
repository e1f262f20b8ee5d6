import type { Person } from '#lib/domain/access/person.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { showDay } from '#lib/domain/calendar/dates.ts';
import { done, refused, type Outcome, type Refused } from '#lib/domain/outcome.ts';
import { write, type Database } from '#lib/server/database.ts';
import { opened } from './clocks.ts';
import type { CaseRow, StageRow } from './finding.server.ts';
import { caseNow, nameOf, refusedDay, saveCase, standingAfter } from './keeping.server.ts';
import { nextStage, stepRefusals } from './step-refusals.ts';
import { complaintStages } from './tables.ts';
import type { Stage } from './words.ts';

type Asked = { openedOn: string; why: string; version: number };

/** Takes a complaint to its next stage on the day the customer asked; a clock of its own begins then. DOMAIN section 7. */
export const escalate = (db: Database, person: Person, caseId: string, asked: Asked, today: string): Outcome<{ stage: Stage }> =>
	open(db, person, caseId, asked, today, (row, stage) => {
		const refusal = stepRefusals.escalation(row, stage, today);
		const next = stage && nextStage[stage.stage];
		return refusal ?? (next ? { stage: next, attempt: 1 } : refused('last-stage', 'Stage 2 is the last'));
	});

/** Opens an answered stage again, as a new one that supersedes it: the answer stays as it was given. DOMAIN section 8. */
export const reopen = (db: Database, person: Person, caseId: string, asked: Asked, today: string): Outcome<{ stage: Stage }> =>
	open(db, person, caseId, asked, today, (row, stage) => {
		const refusal = stepRefusals.reopening(row, stage, today);
		return refusal ?? { stage: stage!.stage, attempt: stage!.attempt + 1 };
	});

function open(
	db: Database,
	person: Person,
	caseId: string,
	{ openedOn, why, version }: Asked,
	today: string,
	to: (row: CaseRow, stage: StageRow | null) => Refused | { stage: Stage; attempt: number }
): Outcome<{ stage: Stage }> {
	return write(db, (tx) => {
		const { row, stage } = caseNow(tx, caseId);
		const next = to(row, stage);
		if ('ok' in next) return next;
		const from = stage?.answeredOn ?? stage?.openedOn ?? row.receivedOn;
		const wrong = refusedDay(openedOn, 'openedOn', { from, today, before: showDay(from) });
		if (wrong) return wrong;
		const dates = opened(next.stage, openedOn);
		const stale = saveCase(tx, row, version, standingAfter(dates));
		if (stale) return stale;
		tx.insert(complaintStages)
			.values({ ...dates, attempt: next.attempt, caseId, why })
			.run();
		const what = next.attempt > 1 ? `opened ${next.stage} of ${nameOf(row)} again` : `took ${nameOf(row)} to ${next.stage}`;
		record(
			tx,
			person,
			what,
			{ kind: 'complaint', id: caseId },
			{ stage: { from: row.stage, to: next.stage }, openedOn: { from: null, to: openedOn } }
		);
		return done({ stage: next.stage });
	});
}
