import { and, eq, ne, sql } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome, type Refused } from '#lib/domain/outcome.ts';
import { staleSave } from '#lib/domain/stale.server.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import { programmeLabels, type ProgrammeDetails } from './details.ts';
import { programmes, visits, waves } from './tables.ts';
import { levels } from './words.ts';

const columnsOf = (details: ProgrammeDetails) => ({ ...details, noticeGivenOn: details.noticeGivenOn || null });

function refusedName(tx: Transaction, name: string, id: string): Refused | null {
	const same = and(eq(inAnyCase(programmes.name), name), ne(programmes.id, id));
	const other = tx.select({ id: programmes.id }).from(programmes).where(same).get();
	return other ? refused('same-name', 'There is a programme of this name already', 'name') : null;
}

/** Begins a programme with the notice to staff and the lowest level of reporting promised. Refused where the name is taken. DOMAIN section 5.1. */
export function addProgramme(db: Database, person: Person, details: ProgrammeDetails): Outcome<{ id: string }> {
	return write(db, (tx) => {
		const refusal = refusedName(tx, details.name, '');
		if (refusal) return refusal;
		const row = columnsOf(details);
		const { id } = tx
			.insert(programmes)
			.values({ ...row, createdBy: person.id, createdAt: now() })
			.returning({ id: programmes.id })
			.get();
		record(tx, person, `began the mystery shopping programme ${row.name}`, { kind: 'shopping programme', id }, changesOf({}, row));
		return done({ id });
	});
}

/** Whether a visit of the programme was begun: from then on its promise binds. */
export const isUnderWay = (db: Database, programmeId: string): boolean =>
	!!db
		.select({ one: sql`1` })
		.from(visits)
		.innerJoin(waves, eq(waves.id, visits.waveId))
		.where(and(eq(waves.programmeId, programmeId), ne(visits.state, 'planned')))
		.get();

/**
 * Changes a programme. Once a visit was begun, what was promised to staff can only become stricter: a lower level is refused,
 * and so is taking the notice away. Stale with both texts where somebody saved since.
 */
export function changeProgramme(
	db: Database,
	person: Person,
	id: string,
	{ version, ...details }: ProgrammeDetails & { version: number }
): Outcome<{ version: number }> {
	return write(db, (tx) => {
		const row = tx.select().from(programmes).where(eq(programmes.id, id)).get();
		if (!row) return refused('unknown', 'There is no such programme');
		const fields = columnsOf(details);
		const refusal = refusedName(tx, fields.name, id);
		if (refusal) return refusal;
		if (isUnderWay(tx, id)) {
			if (levels.indexOf(fields.level) > levels.indexOf(row.level))
				return refused(
					'promised',
					`Staff were promised nothing below ${row.level} level, and visits were made since: begin a new programme`,
					'level'
				);
			if (row.noticeGivenOn && !fields.noticeGivenOn)
				return refused('notice', 'Enter the day the notice was given: visits were made since', 'noticeGivenOn');
		}
		if (row.version !== version) return staleSave(tx, { kind: 'shopping programme', id }, row, fields, programmeLabels);
		const change = changesOf(row, fields);
		if (!Object.keys(change).length) return done({ version });
		tx.update(programmes)
			.set({ ...fields, version: version + 1 })
			.where(eq(programmes.id, id))
			.run();
		record(tx, person, `changed the mystery shopping programme ${fields.name}`, { kind: 'shopping programme', id }, change);
		return done({ version: version + 1 });
	});
}
