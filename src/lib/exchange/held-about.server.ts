import { and, asc, eq, getTableColumns, getTableName, gt, or, type SQL } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { grantInWords } from '#lib/domain/access/grant-in-words.ts';
import { grantsOf, personForAdministrator } from '#lib/domain/access/people-finding.server.ts';
import { grants, invitations, keptForms, sessions, submissions } from '#lib/domain/access/tables.ts';
import { actionEvidence, actionNotes, actions, calendarFeeds } from '#lib/domain/actions/tables.ts';
import { answerEvidence, answers, assessments, criterionComments, handovers } from '#lib/domain/assessments/tables.ts';
import { moderations } from '#lib/domain/moderation/tables.ts';
import { snapshots } from '#lib/domain/snapshots/tables.ts';
import { targets } from '#lib/domain/cycles/tables.ts';
import { auditLines } from '#lib/domain/audit/tables.ts';
import { evidence, evidenceVersions, uploads } from '#lib/domain/evidence/tables.ts';
import { findings } from '#lib/domain/findings/tables.ts';
import { frameworkVersions } from '#lib/domain/frameworks/tables.ts';
import { staff } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { imports } from './tables.ts';

const linesAtOnce = 500;

type Part = { name: string; table: SQLiteTable; rows: (db: Database, id: string) => Iterable<object> };

/** The rows of a table in which one of these columns is the person; `leaveOut` are columns that are not about them, or secret. */
const from = (name: string, table: SQLiteTable, by: SQLiteColumn[], leaveOut: string[] = []): Part => ({
	name,
	table,
	rows: (db, id) => {
		const columns = Object.fromEntries(Object.entries(getTableColumns(table)).filter(([column]) => !leaveOut.includes(column)));
		const theirs = or(...by.map((column): SQL => eq(column, id)));
		return db.select(columns).from(table).where(theirs).all();
	}
});

/** Everything the program keeps about a person, a table a part. The ids of sessions, links and feeds are made from secrets. */
const parts: Part[] = [
	{ name: 'roles', table: grants, rows: (db, id) => grantsOf(db, id).map((grant) => ({ role: grantInWords(grant) })) },
	from('staff records', staff, [staff.personId]),
	from('sessions', sessions, [sessions.userId], ['id']),
	from('one-time links', invitations, [invitations.personId], ['id']),
	from('calendar addresses', calendarFeeds, [calendarFeeds.personId], ['id']),
	from('forms kept from a session that ended', keptForms, [keptForms.personId], ['id']),
	from('forms carried out', submissions, [submissions.personId], ['answer']),
	from('assessments', assessments, [assessments.submittedBy, assessments.moderatorId, assessments.agreedBy, assessments.overrideBy]),
	from('answers', answers, [answers.answeredBy]),
	from('answers moderated', moderations, [moderations.moderatedBy]),
	from('evidence attached to answers', answerEvidence, [answerEvidence.addedBy]),
	from('criteria handed over', handovers, [handovers.personId, handovers.handedBy]),
	from('comments', criterionComments, [criterionComments.personId, criterionComments.resolvedBy]),
	from('snapshots', snapshots, [snapshots.takenBy, snapshots.reopenedBy], ['content']),
	from('targets approved', targets, [targets.approvedBy]),
	from('evidence', evidence, [evidence.ownerId, evidence.withdrawnBy]),
	from('evidence added', evidenceVersions, [evidenceVersions.addedBy]),
	from('uploads', uploads, [uploads.personId]),
	from('findings', findings, [findings.foundBy]),
	from('actions', actions, [actions.ownerId, actions.reviewedBy]),
	from('progress notes', actionNotes, [actionNotes.personId]),
	from('evidence attached to actions', actionEvidence, [actionEvidence.addedBy]),
	from('frameworks published', frameworkVersions, [frameworkVersions.publishedBy], ['document']),
	from('imports', imports, [imports.personId], ['rows', 'changes', 'problems']),
	{ name: 'audit trail', table: auditLines, rows: auditOf }
];

/** The tables that are looked through, so that a test notices a new one that names people. */
export const tablesLookedThrough = parts.map(({ table }) => getTableName(table));

/** What the person did and what was done to them, some hundred lines at a time. */
function* auditOf(db: Database, id: string): Generator<object> {
	const { number, at, what, thing, thingId, change } = auditLines;
	const theirs = or(eq(auditLines.personId, id), and(eq(thing, 'person'), eq(thingId, id)));
	for (let last = 0; ;) {
		const lines = db
			.select({ number, at, what, thing, thingId, change })
			.from(auditLines)
			.where(and(theirs, gt(number, last)))
			.orderBy(asc(number))
			.limit(linesAtOnce)
			.all();
		yield* lines;
		if (lines.length < linesAtOnce) return;
		last = lines.at(-1)!.number;
	}
}

/**
 * Everything held about a person as JSON text, in pieces. Moments are milliseconds since 1970 in UTC. Never a password
 * or what a link is made from. Looks through whole tables: run it in the worker. DOMAIN section 5.2.
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
