import { and, asc, eq, inArray, isNull, notInArray, sql } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { grants, people } from '#lib/domain/access/tables.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { scoredForms } from '#lib/domain/scorecards/tables.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database } from '#lib/server/database.ts';
import type { Calibration } from './finding.server.ts';
import { inState } from './open-calibration.server.ts';
import { calibrationAssessors, calibrationForms, calibrationInteractions } from './tables.ts';

/** Who takes part, by name, with how many interactions they have begun and completed: never what they answered. */
export const assessorsOf = (db: Database, calibrationId: string) =>
	db
		.select({
			personId: people.id,
			name: people.name,
			jobTitle: people.jobTitle,
			isKey: calibrationAssessors.isKey,
			begun: sql<number>`count(${calibrationForms.formId})`,
			completed: sql<number>`count(${scoredForms.completedAt})`
		})
		.from(calibrationAssessors)
		.innerJoin(people, eq(people.id, calibrationAssessors.personId))
		.leftJoin(calibrationInteractions, eq(calibrationInteractions.calibrationId, calibrationAssessors.calibrationId))
		.leftJoin(
			calibrationForms,
			and(eq(calibrationForms.interactionId, calibrationInteractions.id), eq(calibrationForms.personId, people.id))
		)
		.leftJoin(scoredForms, eq(scoredForms.id, calibrationForms.formId))
		.where(eq(calibrationAssessors.calibrationId, calibrationId))
		.groupBy(people.id)
		.orderBy(asc(inAnyCase(people.name)), asc(people.id))
		.all();
export type Assessor = ReturnType<typeof assessorsOf>[number];

/** Who could still be invited: active quality assessors and team leaders, by name. */
export const assessorsToInvite = (db: Database, { team }: Pick<Calibration, 'team'>) =>
	db
		.selectDistinct({ id: people.id, name: people.name, jobTitle: people.jobTitle })
		.from(people)
		.innerJoin(grants, eq(grants.personId, people.id))
		.where(and(inArray(grants.role, ['quality assessor', 'team leader']), isNull(people.deactivatedAt), notInArray(people.id, team)))
		.orderBy(asc(inAnyCase(people.name)), asc(people.id))
		.all();

/** Invites assessors while the session is scored. Refused for somebody who is no active assessor or team leader. */
export function inviteAssessors(db: Database, person: Person, calibration: Calibration, wanted: readonly string[]): Outcome {
	const { id } = calibration;
	return write(db, (tx) => {
		const open = inState(tx, id, 'scoring');
		if (!open.ok) return open;
		const possible = new Set(assessorsToInvite(tx, { team: [] }).map((one) => one.id));
		if (wanted.some((one) => !possible.has(one)))
			return refused('no-assessor', 'Somebody you chose is no longer an assessor or a team leader. Open the page again', 'people[]');
		tx.insert(calibrationAssessors)
			.values(wanted.map((personId) => ({ calibrationId: id, personId, invitedAt: now() })))
			.onConflictDoNothing()
			.run();
		record(
			tx,
			person,
			`invited assessors to calibration ${open.calibration.number}`,
			{ kind: 'calibration', id },
			changesOf({}, { assessors: wanted })
		);
		return done();
	});
}

/** Takes an assessor off who has not begun to score. */
export function removeAssessor(db: Database, person: Person, { id }: Calibration, personId: string): Outcome {
	return write(db, (tx) => {
		const open = inState(tx, id, 'scoring');
		if (!open.ok) return open;
		const found = assessorsOf(tx, id).find((one) => one.personId === personId);
		if (!found) return refused('not-there', 'This assessor does not take part.');
		if (found.begun) return refused('begun', `${found.name} has begun to score, and so stays in the session.`);
		tx.delete(calibrationAssessors)
			.where(and(eq(calibrationAssessors.calibrationId, id), eq(calibrationAssessors.personId, personId)))
			.run();
		const what = `took an assessor off calibration ${open.calibration.number}`;
		record(tx, person, what, { kind: 'calibration', id }, changesOf({ assessor: personId, isKey: found.isKey }, {}));
		return done();
	});
}

/**
 * Makes one assessor's forms the key, or with '' nobody's. Only before the answers are shown: nobody picks as the key the
 * answers they like. Who is the key is not counted among the assessors.
 */
export function chooseKey(db: Database, person: Person, { id }: Calibration, personId: string): Outcome {
	return write(db, (tx) => {
		const open = inState(tx, id, 'scoring');
		if (!open.ok) return open;
		const assessors = assessorsOf(tx, id);
		const before = assessors.find(({ isKey }) => isKey)?.personId ?? '';
		if (personId && !assessors.some((one) => one.personId === personId))
			return refused('not-there', 'Choose somebody who takes part in the session', 'expert');
		if (before === personId) return done();
		tx.update(calibrationAssessors)
			.set({ isKey: sql`${calibrationAssessors.personId} = ${personId}` })
			.where(eq(calibrationAssessors.calibrationId, id))
			.run();
		const what = personId
			? `chose the expert of calibration ${open.calibration.number}`
			: `left calibration ${open.calibration.number} without an expert`;
		record(tx, person, what, { kind: 'calibration', id }, changesOf({ expert: before }, { expert: personId }));
		return done();
	});
}
