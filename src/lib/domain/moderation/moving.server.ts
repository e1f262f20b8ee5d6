import { and, eq, sql } from 'drizzle-orm';
import { can, type Action, type Thing } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome, type Refused } from '#lib/domain/outcome.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { keptPerDatabase, type Transaction } from '#lib/server/database.ts';
import { cycleIsClosed } from '#lib/domain/assessments/answering.server.ts';
import { answers, assessments } from '#lib/domain/assessments/tables.ts';
import { cycles } from '#lib/domain/cycles/tables.ts';
import { notOnTheWay, statusAfter, type Act } from './way.ts';

/** Which permission each act asks for. */
const actionFor: Record<Act, Action> = {
	submit: 'submit',
	moderate: 'moderate',
	'request changes': 'moderate',
	'finish moderation': 'moderate',
	agree: 'agree',
	override: 'override',
	reopen: 'reopen'
};

const prepared = keptPerDatabase((db) => ({
	assessment: db
		.select({ row: assessments, kind: services.kind, closedAt: cycles.closedAt })
		.from(assessments)
		.innerJoin(cycles, eq(cycles.id, assessments.cycleId))
		.innerJoin(services, eq(services.id, assessments.serviceId))
		.where(eq(assessments.id, sql.placeholder('id')))
		.prepare(),
	answerers: db
		.selectDistinct({ personId: answers.answeredBy })
		.from(answers)
		.where(eq(answers.assessmentId, sql.placeholder('id')))
		.prepare()
}));

/** Everybody who answered a criterion of an assessment: none of them moderates it (DOMAIN sections 1 and 2.3). */
export const answeredByIn = (tx: Parameters<typeof prepared>[0], id: string): (string | null)[] =>
	prepared(tx)
		.answerers.all({ id })
		.map(({ personId }) => personId);

/** A step has no text to compare: the page is to be read again before it is taken. */
const movedOn: Refused = {
	ok: false,
	code: 'stale',
	text: 'Somebody moved this assessment on while you were reading. Open it again to see where it stands.'
};

export type AssessmentRow = typeof assessments.$inferSelect & { service: { kind: (typeof services.$inferSelect)['kind'] } };

/**
 * An assessment as an act finds it within a write: refused where the person may not do this act, where the assessment
 * is not at a point where it can be done, where its cycle is closed, or where somebody moved it since the person looked
 * at `version`.
 */
export function readyFor(
	tx: Transaction,
	person: Person,
	act: Act,
	{ id, version }: { id: string; version?: number }
): Outcome<{ assessment: AssessmentRow }> {
	const found = prepared(tx).assessment.get({ id });
	if (!found) return refused('unknown', 'There is no such assessment.');
	const { row, kind, closedAt } = found;
	const thing: Thing = { serviceId: row.serviceId, corporate: kind === 'corporate', status: row.status, submittedBy: row.submittedBy };
	const answeredBy = actionFor[act] === 'moderate' ? answeredByIn(tx, id) : [];
	if (!can(person, actionFor[act], { ...thing, answeredBy })) return refused('not-allowed', 'You cannot do this.');
	if (!statusAfter(act, row.status)) return notOnTheWay(act, row.status);
	// the board's word on what was agreed is the one thing that may still change when a cycle is over
	if (closedAt !== null && act !== 'override') return cycleIsClosed;
	if (version !== undefined && version !== row.version) return movedOn;
	return done({ assessment: { ...row, service: { kind } } });
}

/** Carries an assessment to where the act leads, with `set`, and leaves the audit line. Only with what readyFor gave, in the same write. */
export function move(
	tx: Transaction,
	person: Person,
	act: Act,
	assessment: AssessmentRow,
	set: Partial<typeof assessments.$inferInsert>,
	what: string
): AssessmentRow {
	const status = statusAfter(act, assessment.status) ?? assessment.status;
	const to = { ...set, status, version: assessment.version + 1 };
	tx.update(assessments)
		.set(to)
		.where(and(eq(assessments.id, assessment.id), eq(assessments.version, assessment.version)))
		.run();
	record(tx, person, what, { kind: 'assessment', id: assessment.id }, changesOf<Record<string, unknown>>(assessment, { ...set, status }));
	return { ...assessment, ...to };
}
