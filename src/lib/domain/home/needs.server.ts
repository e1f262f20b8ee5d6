import type { Person } from '#lib/domain/access/person.ts';
import type { Database } from '#lib/server/database.ts';
import { actionsDue, actionsToReview } from './actions-waiting.server.ts';
import { appealsWaiting } from './appeals-waiting.server.ts';
import { answersHeld } from './answers-held.server.ts';
import { assessmentsToAnswer } from './assessments-to-answer.server.ts';
import { awardsToSignOff } from './awards-to-sign-off.server.ts';
import { decisionsToRecord, viewsToGive } from './board-waiting.server.ts';
import { calibrationsToReveal, calibrationsToScore } from './calibrations-waiting.server.ts';
import { complaintsDue } from './complaints-waiting.server.ts';
import { criteriaHandedOver } from './criteria-handed-over.server.ts';
import { cyclesToSeeTo } from './cycles-to-see-to.server.ts';
import { evidenceRunningOut } from './evidence-running-out.server.ts';
import { invitationsNotUsed } from './invitations-not-used.server.ts';
import { moderationsWaiting } from './moderations-waiting.server.ts';
import { byDate, type Need } from './need.ts';
import { notesToAgree, oneToOnesToHold } from './one-to-ones-waiting.server.ts';
import { scoresToAcknowledge } from './scores-to-acknowledge.server.ts';
import { scoresWaiting } from './scores-waiting.server.ts';
import { ownTrainingDue, teamTrainingOverdue } from './training-waiting.server.ts';
import { visitsToMake, visitsWaitingForCheck, wavesToClose } from './visits-waiting.server.ts';

/** Every kind of thing that can need somebody; each knows whom it is for. Issue section 8. */
const kinds = [
	assessmentsToAnswer,
	criteriaHandedOver,
	evidenceRunningOut,
	complaintsDue,
	answersHeld,
	actionsDue,
	actionsToReview,
	moderationsWaiting,
	awardsToSignOff,
	viewsToGive,
	decisionsToRecord,
	visitsToMake,
	visitsWaitingForCheck,
	wavesToClose,
	scoresToAcknowledge,
	appealsWaiting,
	scoresWaiting,
	notesToAgree,
	oneToOnesToHold,
	ownTrainingDue,
	teamTrainingOverdue,
	calibrationsToScore,
	calibrationsToReveal,
	cyclesToSeeTo,
	invitationsNotUsed
];

/** What needs this person today, the most pressing first. */
export const needsOf = (db: Database, person: Person, today: string): Need[] =>
	kinds.flatMap((kind) => kind(db, person, today)).sort(byDate);
