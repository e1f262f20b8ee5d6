import { can, type Thing } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import type { Database } from '#lib/server/database.ts';
import type { AssessmentSeen } from '#lib/domain/assessments/finding.server.ts';
import { answeredByIn } from './moving.server.ts';
import type { Status } from '#lib/domain/assessments/status.ts';

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
