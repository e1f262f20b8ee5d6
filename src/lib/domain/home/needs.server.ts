import type { Person } from '#lib/domain/access/person.ts';
import type { Database } from '#lib/server/database.ts';
import { actionsDue, actionsToReview } from './actions-waiting.server.ts';
import { assessmentsToAnswer } from './assessments-to-answer.server.ts';
import { awardsToSignOff } from './awards-to-sign-off.server.ts';
import { decisionsToRecord, viewsToGive } from './board-waiting.server.ts';
import { complaintsDue } from './complaints-waiting.server.ts';
import { criteriaHandedOver } from './criteria-handed-over.server.ts';
import { cyclesToSeeTo } from './cycles-to-see-to.server.ts';
import { evidenceRunningOut } from './evidence-running-out.server.ts';
import { invitationsNotUsed } from './invitations-not-used.server.ts';
import { moderationsWaiting } from './moderations-waiting.server.ts';
import { byDate, type Need } from './need.ts';

/** Every kind of thing that can need somebody; each knows whom it is for. Issue section 8. */
const kinds = [
	assessmentsToAnswer,
	criteriaHandedOver,
	evidenceRunningOut,
	complaintsDue,
	actionsDue,
	actionsToReview,
	moderationsWaiting,
	awardsToSignOff,
	viewsToGive,
	decisionsToRecord,
	cyclesToSeeTo,
	invitationsNotUsed
];

/** What needs this person today, the most pressing first. */
export const needsOf = (db: Database, person: Person, today: string): Need[] =>
	kinds.flatMap((kind) => kind(db, person, today)).sort(byDate);
