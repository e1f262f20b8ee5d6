import { aliasedTable, eq, sql } from 'drizzle-orm';
import { can, type Thing } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { people } from '#lib/domain/access/tables.ts';
import type { Criterion, Framework } from '#lib/domain/frameworks/document.ts';
import { frameworkOf } from '#lib/domain/frameworks/finding.server.ts';
import { directorates, services } from '#lib/domain/organisation/tables.ts';
import { keptPerDatabase, type Database } from '#lib/server/database.ts';
import { notFound } from '#lib/server/guard.ts';
import { handedOverIn } from './handing-over.server.ts';
import { assessments } from './tables.ts';
import { cycles } from '#lib/domain/cycles/tables.ts';

const submitter = aliasedTable(people, 'submitter');
const moderator = aliasedTable(people, 'moderator');
const agreer = aliasedTable(people, 'agreer');
const overrider = aliasedTable(people, 'overrider');

const one = keptPerDatabase((db) =>
	db
		.select({
			id: assessments.id,
			status: assessments.status,
			dueOn: assessments.dueOn,
			frameworkVersionId: assessments.frameworkVersionId,
			version: assessments.version,
			isBaseline: assessments.isBaseline,
			baselineLevel: assessments.baselineLevel,
			baselineAward: assessments.baselineAward,
			baselineIndex: assessments.baselineIndex,
			service: { id: services.id, name: services.name, kind: services.kind, directorate: directorates.name },
			cycle: { id: cycles.id, name: cycles.name, startsOn: cycles.startsOn, dueOn: cycles.dueOn, closedAt: cycles.closedAt },
			submittedBy: assessments.submittedBy,
			submittedByName: submitter.name,
			submittedAt: assessments.submittedAt,
			submittedOn: assessments.submittedOn,
			moderatorId: assessments.moderatorId,
			moderatorName: moderator.name,
			moderatedAt: assessments.moderatedAt,
			changesRequested: assessments.changesRequested,
			agreedBy: assessments.agreedBy,
			agreedByName: agreer.name,
			agreedAt: assessments.agreedAt,
			agreedOn: assessments.agreedOn,
			agreedLevel: assessments.agreedLevel,
			agreedAward: assessments.agreedAward,
			agreedIndex: assessments.agreedIndex,
			overrideLevel: assessments.overrideLevel,
			overrideReason: assessments.overrideReason,
			overrideByName: overrider.name,
			overrideAt: assessments.overrideAt
		})
		.from(assessments)
		.innerJoin(services, eq(services.id, assessments.serviceId))
		.innerJoin(directorates, eq(directorates.id, services.directorateId))
		.innerJoin(cycles, eq(cycles.id, assessments.cycleId))
		.leftJoin(submitter, eq(submitter.id, assessments.submittedBy))
		.leftJoin(moderator, eq(moderator.id, assessments.moderatorId))
		.leftJoin(agreer, eq(agreer.id, assessments.agreedBy))
		.leftJoin(overrider, eq(overrider.id, assessments.overrideBy))
		.where(eq(assessments.id, sql.placeholder('id')))
		.prepare()
);

type Row = NonNullable<ReturnType<ReturnType<typeof one>['get']>>;

/** An assessment with its service, its cycle, the people on its way by name, and what `can` asks about it. */
export type AssessmentSeen = Row & { thing: Thing };

const withThing = (row: Row): AssessmentSeen => ({
	...row,
	thing: { serviceId: row.service.id, corporate: row.service.kind === 'corporate', status: row.status, submittedBy: row.submittedBy }
});

/**
 * An assessment the person may see whole, or whose report they may read; 404 for everybody else, a colleague with a
 * single criterion included. DOMAIN section 1.
 */
export function assessmentSeen(
	db: Database,
	person: Person,
	id: string,
	action: 'see assessment' | 'see service report' = 'see assessment'
): AssessmentSeen {
	const row = one(db).get({ id });
	if (!row) notFound();
	const assessment = withThing(row);
	return can(person, action, assessment.thing) ? assessment : notFound();
}

/** One criterion of an assessment: `whole` is false for a colleague who sees nothing else of it. Its `thing` knows whom it is handed to. */
export type CriterionSeen = {
	assessment: AssessmentSeen;
	framework: Framework;
	criterion: Criterion;
	whole: boolean;
	/** In whose hands it is, by name. */
	handed: ReturnType<typeof handedOverIn>;
	thing: Thing;
};

/** A criterion the person sees with the whole assessment or because it is handed to them; else 404. DOMAIN section 1, issue section 4. */
export function criterionSeen(db: Database, person: Person, id: string, number: string): CriterionSeen {
	const row = one(db).get({ id });
	if (!row) notFound();
	const assessment = withThing(row);
	const whole = can(person, 'see assessment', assessment.thing);
	const handed = handedOverIn(db, id).filter((one) => one.criterion === number);
	const handedTo = handed.map(({ personId }) => personId);
	if (!whole && !handedTo.includes(person.id)) notFound();
	const framework = frameworkOf(db, assessment.frameworkVersionId);
	const criterion = framework.criteria.find((criterion) => criterion.number === number);
	if (!criterion) notFound();
	return { assessment, framework, criterion, whole, handed, thing: { ...assessment.thing, handedTo } };
}
