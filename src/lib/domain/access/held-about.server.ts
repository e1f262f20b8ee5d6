import { asc, eq, and, gt, or, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { actionNotes, actions, calendarFeeds } from '#lib/domain/actions/tables.ts';
import { answers, assessments, criterionComments, handovers, moderations } from '#lib/domain/assessments/tables.ts';
import { auditLines } from '#lib/domain/audit/tables.ts';
import { evidence, evidenceVersions } from '#lib/domain/evidence/tables.ts';
import { staff } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { grantInWords } from './grant-in-words.ts';
import { grantsOf, personForAdministrator } from './people-finding.server.ts';
import { invitations, sessions } from './tables.ts';

const linesAtOnce = 500;

type Part = { name: string; rows: (db: Database, id: string) => Iterable<object> };
const from = (name: string, table: SQLiteTable, condition: (id: string) => ReturnType<typeof eq> | undefined): Part => ({
	name,
	rows: (db, id) => db.select().from(table).where(condition(id)).all()
});

/** Everything the program keeps about a person, part by part. A new table that names people gets its line here. */
const parts: Part[] = [
	{ name: 'roles', rows: (db, id) => grantsOf(db, id).map((grant) => ({ role: grantInWords(grant) })) },
	from('staff records', staff, (id) => eq(staff.personId, id)),
	{
		// the ids of sessions, links and feeds are made from secrets: when they end is what is told
		name: 'sessions',
		rows: (db, id) => db.select({ expiresAt: sessions.expiresAt }).from(sessions).where(eq(sessions.userId, id)).all()
	},
	{
		name: 'one-time links',
		rows: (db, id) =>
			db
				.select({ expiresAt: invitations.expiresAt, usedAt: invitations.usedAt })
				.from(invitations)
				.where(eq(invitations.personId, id))
				.all()
	},
	{
		name: 'calendar addresses',
		rows: (db, id) => db.select({ createdAt: calendarFeeds.createdAt }).from(calendarFeeds).where(eq(calendarFeeds.personId, id)).all()
	},
	from('assessments submitted, moderated or agreed', assessments, (id) =>
		or(eq(assessments.submittedBy, id), eq(assessments.moderatorId, id), eq(assessments.agreedBy, id), eq(assessments.overrideBy, id))
	),
	from('answers given', answers, (id) => eq(answers.answeredBy, id)),
	from('answers moderated', moderations, (id) => eq(moderations.moderatedBy, id)),
	from('criteria handed over', handovers, (id) => or(eq(handovers.personId, id), eq(handovers.handedBy, id))),
	from('comments', criterionComments, (id) => eq(criterionComments.personId, id)),
	from('evidence owned', evidence, (id) => eq(evidence.ownerId, id)),
	from('evidence added', evidenceVersions, (id) => eq(evidenceVersions.addedBy, id)),
	from('actions owned', actions, (id) => eq(actions.ownerId, id)),
	from('progress notes', actionNotes, (id) => eq(actionNotes.personId, id)),
	{ name: 'audit trail', rows: auditOf }
];

/** What the person did and what was done to them, some hundred lines at a time. */
function* auditOf(db: Database, id: string): Generator<object> {
	let last = 0;
	for (;;) {
		const mine = or(eq(auditLines.personId, id), and(eq(auditLines.thing, 'person'), eq(auditLines.thingId, id)));
		const lines = db
			.select({ number: auditLines.number, at: auditLines.at, what: auditLines.what, thing: auditLines.thing, change: auditLines.change })
			.from(auditLines)
			.where(and(mine, gt(auditLines.number, sql`${last}`)))
			.orderBy(asc(auditLines.number))
			.limit(linesAtOnce)
			.all();
		yield* lines;
		if (lines.length < linesAtOnce) return;
		last = lines.at(-1)!.number;
	}
}

/**
 * Everything held about a person as JSON text, a piece at a time, so that a long history never stands whole in memory.
 * Moments are milliseconds since 1970 in UTC. Never a password or what a link is made from. DOMAIN section 5.2.
 */
export function* heldAbout(db: Database, id: string): Generator<string> {
	yield `{\n"person": ${JSON.stringify(personForAdministrator(db, id) ?? null)}`;
	for (const { name, rows } of parts) {
		yield `,\n${JSON.stringify(name)}: [`;
		let first = true;
		for (const row of rows(db, id)) {
			yield `${first ? '\n' : ',\n'}${JSON.stringify(row)}`;
			first = false;
		}
		yield ']';
	}
	yield '\n}\n';
}
