import { and, eq, isNull, sql } from 'drizzle-orm';
import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { hashOfToken, newToken } from '#lib/domain/access/sessions.server.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { done, refused, type Outcome, type Refused } from '#lib/domain/outcome.ts';
import { staleSave } from '#lib/domain/stale.server.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import type { SurveyTyped } from './forms.ts';
import { surveys } from './tables.ts';

const labels = { title: 'Title', openFrom: 'Opens', openUntil: 'Last day' };
const refusedDates = ({ openFrom, openUntil }: { openFrom: string; openUntil: string }): Refused | null =>
	openUntil && openUntil < openFrom ? refused('ends-before', 'The last day must be on or after the day it opens', 'openUntil') : null;

/** Makes a survey of a service, or of the council where none is said. It has no link until one is made. */
export function makeSurvey(db: Database, person: Person, typed: SurveyTyped): Outcome<{ id: string; number: number }> {
	return write(db, (tx) => {
		const { 'parts[]': parts, serviceId, openUntil, ...rest } = typed;
		if (!can(person, 'run surveys', { serviceId: serviceId || null }))
			return refused('unknown-service', 'Choose one of the services you run surveys for', 'serviceId');
		const open = and(eq(services.id, serviceId), isNull(services.closedOn));
		if (serviceId && !tx.select({ id: services.id }).from(services).where(open).get())
			return refused('unknown-service', 'Choose a service that is open', 'serviceId');
		const wrong = refusedDates(typed);
		if (wrong) return wrong;
		const last =
			tx
				.select({ number: sql<number | null>`max(${surveys.number})` })
				.from(surveys)
				.get()?.number ?? 0;
		const kept = { ...rest, parts, serviceId: serviceId || null, openUntil: openUntil || null };
		const row = { ...kept, number: last + 1, createdBy: person.id, createdAt: now() };
		const { id } = tx.insert(surveys).values(row).returning({ id: surveys.id }).get();
		record(tx, person, `made survey ${row.number}`, { kind: 'survey', id }, changesOf({}, kept));
		return done({ id, number: row.number });
	});
}

type Changed = { title: string; openFrom: string; openUntil: string; version: number };

/** Changes the title and when answers are taken; what it asks stays, so that its months can be compared. */
export function changeSurvey(db: Database, person: Person, id: string, { version, ...typed }: Changed): Outcome {
	return write(db, (tx) => {
		const wrong = refusedDates(typed);
		if (wrong) return wrong;
		const wanted = { ...typed, openUntil: typed.openUntil || null };
		const row = rowOf(tx, id);
		if (row.version !== version) return staleSave<typeof row>(tx, { kind: 'survey', id }, row, wanted, labels);
		const change = changesOf<typeof row>(row, wanted);
		if (!Object.keys(change).length) return done();
		keep(tx, id, version, wanted);
		record(tx, person, `changed survey ${row.number}`, { kind: 'survey', id }, change);
		return done();
	});
}

/** Closes a survey: today is its last day, and its link stops working at once. Answers on paper can still be typed in. */
export function closeSurvey(db: Database, person: Person, id: string, version: number, today: string): Outcome {
	return write(db, (tx) => {
		const row = rowOf(tx, id);
		if (row.version !== version) return staleSave<typeof row>(tx, { kind: 'survey', id }, row, {}, labels);
		const openUntil = today < row.openFrom ? row.openFrom : today;
		keep(tx, id, version, { openUntil, tokenHash: null });
		record(tx, person, `closed survey ${row.number}`, { kind: 'survey', id }, { openUntil: { from: row.openUntil, to: openUntil } });
		return done();
	});
}

/** Makes the link of a survey, shown this once; the one before it stops working. The database keeps its SHA-256 only. */
export function makeLink(db: Database, person: Person, id: string): Outcome<{ token: string }> {
	const token = newToken();
	return write(db, (tx) => {
		const row = rowOf(tx, id);
		keep(tx, id, row.version, { tokenHash: hashOfToken(token), linkMadeAt: now() });
		record(tx, person, `${row.tokenHash ? 'made a new link' : 'made the link'} for survey ${row.number}`, { kind: 'survey', id });
		return done({ token });
	});
}

function rowOf(tx: Transaction, id: string) {
	const row = tx.select().from(surveys).where(eq(surveys.id, id)).get();
	if (!row) throw new Error(`There is no survey ${id}`);
	return row;
}

const keep = (tx: Transaction, id: string, version: number, set: Partial<typeof surveys.$inferInsert>) =>
	tx
		.update(surveys)
		.set({ ...set, version: version + 1 })
		.where(eq(surveys.id, id))
		.run();
