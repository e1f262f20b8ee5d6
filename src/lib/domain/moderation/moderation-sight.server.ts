import { can, type Thing } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { assessmentSeen, type AssessmentSeen } from '#lib/domain/assessments/finding.server.ts';
import { answersOf, judgedOn } from '#lib/domain/assessments/reading.server.ts';
import type { Status } from '#lib/domain/assessments/status.ts';
import { frameworkOf } from '#lib/domain/frameworks/finding.server.ts';
import type { Database } from '#lib/server/database.ts';
import { mustBeAble, signedIn } from '#lib/server/guard.ts';
import { moderationRows } from './moderation-rows.ts';
import { answeredByIn } from './moving.server.ts';

/** What `can` asks about moderating: also who answered, since none of them moderates (DOMAIN sections 1 and 2.3). */
export const thingToModerate = (db: Database, { id, thing }: AssessmentSeen): Thing => ({ ...thing, answeredBy: answeredByIn(db, id) });

const moderating: readonly Status[] = ['submitted', 'in moderation'];
const told: readonly Status[] = ['moderated', 'agreed'];

/** Whether the person may moderate this assessment now. */
export const mayModerateNow = (db: Database, person: Person, assessment: AssessmentSeen): boolean =>
	assessment.cycle.closedAt === null && moderating.includes(assessment.status) && can(person, 'moderate', thingToModerate(db, assessment));

/** Whether the person may read what the moderator said: the moderators always, everybody who sees the assessment once it is moderated. */
export const maySeeModeration = (db: Database, person: Person, assessment: AssessmentSeen): boolean =>
	told.includes(assessment.status) || can(person, 'moderate', thingToModerate(db, assessment)) || can(person, 'run cycles');

type Asked = { locals: App.Locals; url: URL; params: { assessment: string } };

/** The guard of a moderator's pages: the person signed in and the assessment of the address, which they may moderate; else 404 or 403. */
export function assessmentToModerate({ locals, url, params }: Asked): { person: Person; assessment: AssessmentSeen } {
	const person = signedIn({ locals, url });
	const assessment = assessmentSeen(locals.db, person, params.assessment);
	mustBeAble(person, 'moderate', thingToModerate(locals.db, assessment));
	return { person, assessment };
}

/** Every criterion of an assessment as its moderator goes through them, judged on the day that counts. */
export const rowsToModerate = (db: Database, assessment: AssessmentSeen, today: string) =>
	moderationRows(frameworkOf(db, assessment.frameworkVersionId), answersOf(db, assessment), judgedOn(assessment, today));
