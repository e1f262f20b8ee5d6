import { eq, type SQL } from 'drizzle-orm';
import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { people } from '#lib/domain/access/tables.ts';
import { services, staff, teams } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { notFound } from '#lib/server/guard.ts';
import { appeals, interactions, pafAssessments, pafMonths } from './tables.ts';

const shown = {
	id: pafAssessments.id,
	number: pafAssessments.number,
	state: pafAssessments.state,
	selection: pafAssessments.selection,
	why: pafAssessments.why,
	sampleId: pafAssessments.sampleId,
	staffId: pafAssessments.staffId,
	teamId: pafAssessments.teamId,
	serviceId: pafAssessments.serviceId,
	month: pafAssessments.month,
	channel: pafAssessments.channel,
	assessorId: pafAssessments.assessorId,
	scorecardVersionId: pafAssessments.scorecardVersionId,
	formId: pafAssessments.formId,
	changedFormId: pafAssessments.changedFormId,
	unanswered: pafAssessments.unanswered,
	secondsScoring: pafAssessments.secondsScoring,
	sharedNote: pafAssessments.sharedNote,
	releasedAt: pafAssessments.releasedAt,
	appealUntil: pafAssessments.appealUntil,
	acknowledgedAt: pafAssessments.acknowledgedAt,
	version: pafAssessments.version,
	monthId: pafAssessments.monthId,
	monthState: pafMonths.state,
	chosenCount: pafMonths.chosenCount,
	advisor: staff.name,
	aboutId: staff.personId,
	team: teams.name,
	service: services.name,
	assessor: people.name,
	reference: interactions.reference,
	at: interactions.at,
	seconds: interactions.seconds
};

const row = (db: Database, where: SQL) =>
	db
		.select(shown)
		.from(pafAssessments)
		.innerJoin(pafMonths, eq(pafMonths.id, pafAssessments.monthId))
		.innerJoin(staff, eq(staff.id, pafAssessments.staffId))
		.innerJoin(teams, eq(teams.id, pafAssessments.teamId))
		.innerJoin(services, eq(services.id, pafAssessments.serviceId))
		.innerJoin(interactions, eq(interactions.id, pafAssessments.interactionId))
		.leftJoin(people, eq(people.id, pafAssessments.assessorId))
		.where(where)
		.get();

/** An assessment without the note to the leader: that is read apart, by whom it is for. */
export type PafAssessment = NonNullable<ReturnType<typeof row>>;

export const assessmentById = (db: Database, id: string) => row(db, eq(pafAssessments.id, id));
export const assessmentByNumber = (db: Database, number: number) => row(db, eq(pafAssessments.number, number));

/** What the rules of `can` ask about an assessment. */
export const thingOf = ({ serviceId, teamId, aboutId, assessorId }: PafAssessment) => ({
	serviceId,
	teamId,
	aboutId,
	scoredBy: assessorId
});

/** Whose eyes somebody looks at an assessment with. */
export type Relation = 'advisor' | 'leader' | 'scorer' | 'decider';

/**
 * How a person may see an assessment; null for not at all. Whom it is about sees it as the advisor only, once it is released,
 * whatever else they are. Who scores it sees it, and whoever may score it while it is nobody's. Leaders and managers see what is
 * released. A second assessor sees it while they can decide an appeal, and what they decided. DOMAIN sections 1 and 5.2.
 */
export function relationTo(person: Person, assessment: PafAssessment, decidedBy: string | null = null): Relation | null {
	const thing = thingOf(assessment);
	const released = assessment.releasedAt !== null;
	if (assessment.aboutId === person.id) return released ? 'advisor' : null;
	if (assessment.assessorId === person.id) return 'scorer';
	if (!assessment.assessorId && can(person, 'score interaction', thing)) return 'scorer';
	if (released && can(person, 'see staff results', thing)) return 'leader';
	const mayDecide = assessment.state === 'appealed' && can(person, 'decide appeal', thing);
	return mayDecide || decidedBy === person.id ? 'decider' : null;
}

export type AssessmentSeen = { assessment: PafAssessment; as: Relation };

/** The assessment of an address with how the person sees it; 404 for everybody else. */
export function assessmentSeen(db: Database, person: Person, number: string): AssessmentSeen {
	const assessment = /^\d{1,9}$/.test(number) ? assessmentByNumber(db, Number(number)) : undefined;
	if (!assessment) notFound();
	const as = relationTo(person, assessment, appealOf(db, assessment.id)?.decidedBy);
	return as ? { assessment, as } : notFound();
}

/** The appeal against an assessment, with who decided it. */
export const appealOf = (db: Database, assessmentId: string) =>
	db
		.select({
			why: appeals.why,
			appealedAt: appeals.appealedAt,
			formId: appeals.formId,
			outcome: appeals.outcome,
			reasons: appeals.reasons,
			decidedAt: appeals.decidedAt,
			decidedBy: appeals.decidedBy,
			decider: people.name,
			version: appeals.version
		})
		.from(appeals)
		.leftJoin(people, eq(people.id, appeals.decidedBy))
		.where(eq(appeals.assessmentId, assessmentId))
		.get();

/** The note to the leader, for whoever scored it and for leaders; never for the advisor, and not for a second assessor. */
export function privateNoteFor(db: Database, { assessment, as }: AssessmentSeen): string | null {
	if (as !== 'scorer' && as !== 'leader') return null;
	const found = db.select({ note: pafAssessments.privateNote }).from(pafAssessments).where(eq(pafAssessments.id, assessment.id)).get();
	return found?.note ?? null;
}
