import { and, count, eq, inArray, sql } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome, type Refused } from '#lib/domain/outcome.ts';
import { staleSave } from '#lib/domain/stale.server.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import { waveLabels, wrongDays, type WaveDetails } from './details.ts';
import { visits, waves } from './tables.ts';

/** The refusal to change anything of a wave that is closed; null while it is open. */
export function refusedWhenClosed(tx: Database, waveId: string): Refused | null {
	const state = tx.select({ state: waves.state }).from(waves).where(eq(waves.id, waveId)).get()?.state;
	if (!state) return refused('unknown', 'There is no such wave');
	return state === 'closed' ? refused('closed', 'This wave is closed: nothing in it changes any more') : null;
}

/** Adds the next wave of a programme. Refused where its last day lies before its first. */
export function addWave(db: Database, person: Person, programmeId: string, details: WaveDetails): Outcome<{ id: string }> {
	return write(db, (tx) => {
		const wrong = wrongDays(details);
		if (wrong) return refused('days', wrong.text, wrong.field);
		const last = tx
			.select({ number: sql<number | null>`max(${waves.number})` })
			.from(waves)
			.where(eq(waves.programmeId, programmeId))
			.get();
		const row = { ...details, programmeId, number: (last?.number ?? 0) + 1 };
		const { id } = tx.insert(waves).values(row).returning({ id: waves.id }).get();
		record(tx, person, `added wave ${row.number} of mystery shopping, ${details.name}`, { kind: 'wave', id }, changesOf({}, row));
		return done({ id });
	});
}

/** Changes name and days of an open wave. Once its plan is confirmed the days stay: shoppers go by them. Stale with both texts. */
export function changeWave(
	db: Database,
	person: Person,
	id: string,
	{ version, ...details }: WaveDetails & { version: number }
): Outcome<{ version: number }> {
	return write(db, (tx) => {
		const wrong = wrongDays(details);
		if (wrong) return refused('days', wrong.text, wrong.field);
		const closed = refusedWhenClosed(tx, id);
		if (closed) return closed;
		const row = tx.select().from(waves).where(eq(waves.id, id)).get();
		if (!row) return refused('unknown', 'There is no such wave');
		if (row.confirmedAt !== null && (row.startOn !== details.startOn || row.endOn !== details.endOn))
			return refused('confirmed', 'The plan is confirmed, so the days stay as they are', 'startOn');
		if (row.version !== version) return staleSave(tx, { kind: 'wave', id }, row, details, waveLabels);
		const change = changesOf<WaveDetails>(row, details);
		if (!Object.keys(change).length) return done({ version });
		tx.update(waves)
			.set({ ...details, version: version + 1 })
			.where(eq(waves.id, id))
			.run();
		record(tx, person, `changed wave ${row.number} of mystery shopping`, { kind: 'wave', id }, change);
		return done({ version: version + 1 });
	});
}

const unfinished = ['planned', 'started', 'submitted', 'sent back'] as const;

/** How many visits of a wave are neither checked nor left out. */
export const unfinishedIn = (db: Database, waveId: string): number =>
	db
		.select({ n: count() })
		.from(visits)
		.where(and(eq(visits.waveId, waveId), inArray(visits.state, unfinished)))
		.get()?.n ?? 0;

/**
 * Closes a wave for good: viewers can read its report from then on. What is submitted must have been checked first; visits
 * that were not made are left out, with that as the reason, once it is confirmed. Asked again it changes nothing.
 */
export function closeWave(
	db: Database,
	person: Person,
	id: string,
	{ version, confirmed }: { version: number; confirmed: boolean }
): Outcome<{ leftOut: number }> {
	return write(db, (tx) => {
		const row = tx.select().from(waves).where(eq(waves.id, id)).get();
		if (!row) return refused('unknown', 'There is no such wave');
		if (row.state === 'closed') return done({ leftOut: 0 });
		if (row.version !== version) return staleSave(tx, { kind: 'wave', id }, row, {}, waveLabels);
		const waiting = countIn(tx, id, 'submitted');
		if (waiting) return refused('to-check', `${waiting} ${waiting === 1 ? 'visit waits' : 'visits wait'} to be checked. Check them first`);
		const notMade = unfinishedIn(tx, id);
		if (notMade && !confirmed)
			return refused(
				'not-made',
				`Confirm that ${notMade} ${notMade === 1 ? 'visit is' : 'visits are'} left out: they were not made`,
				'confirmed'
			);
		tx.update(visits)
			.set({ state: 'left out', leftOutReason: 'Not made before the wave was closed', version: sql`${visits.version} + 1` })
			.where(and(eq(visits.waveId, id), inArray(visits.state, unfinished)))
			.run();
		tx.update(waves)
			.set({ state: 'closed', closedAt: now(), version: version + 1 })
			.where(eq(waves.id, id))
			.run();
		const change = { state: { from: 'open', to: 'closed' }, leftOut: { from: null, to: notMade } };
		record(tx, person, `closed wave ${row.number} of mystery shopping, ${row.name}`, { kind: 'wave', id }, change);
		return done({ leftOut: notMade });
	});
}

const countIn = (tx: Transaction, waveId: string, state: 'submitted') =>
	tx
		.select({ n: count() })
		.from(visits)
		.where(and(eq(visits.waveId, waveId), eq(visits.state, state)))
		.get()?.n ?? 0;
