import { and, asc, eq, getTableColumns, gt, inArray, isNotNull, or, type SQL } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { grantInWords } from '#lib/domain/access/grant-in-words.ts';
import { grantsOf } from '#lib/domain/access/people-finding.server.ts';
import { grants, invitations, keptForms, sessions, submissions } from '#lib/domain/access/tables.ts';
import { actionEvidence, actionNotes, actions, calendarFeeds } from '#lib/domain/actions/tables.ts';
import { answerEvidence, answers, assessments, criterionComments, handovers } from '#lib/domain/assessments/tables.ts';
import { moderations } from '#lib/domain/moderation/tables.ts';
import { snapshots } from '#lib/domain/snapshots/tables.ts';
import { targets } from '#lib/domain/cycles/tables.ts';
import { auditLines } from '#lib/domain/audit/tables.ts';
import { evidence, evidenceVersions, uploads } from '#lib/domain/evidence/tables.ts';
import { decisions, interests, meetingMembers, memberViews } from '#lib/domain/board/tables.ts';
import { calibrationAssessors, calibrationForms, calibrationNotes, calibrations, raterTables } from '#lib/domain/calibration/tables.ts';
import { complaintStages, tellUsCases } from '#lib/domain/complaints/tables.ts';
import { contacts } from '#lib/domain/demand/tables.ts';
import { findingEvidence, findings } from '#lib/domain/findings/tables.ts';
import { journeyProgress, journeys, journeyTeam, lessons, principleRatings } from '#lib/domain/journeys/tables.ts';
import { measureEntries, measureReleases, measures } from '#lib/domain/measures/tables.ts';
import { attempts, programmes, ties, visitEvidence, visits, waves } from '#lib/domain/mystery-shopping/tables.ts';
import { mapChanges, stepEvidence } from '#lib/domain/maps/tables.ts';
import { keptReports, reportSchedules } from '#lib/domain/kept-reports/tables.ts';
import { toolkits } from '#lib/domain/toolkit/tables.ts';
import { formAnswers, scoredForms, scorecardVersions } from '#lib/domain/scorecards/tables.ts';
import { strandChanges, strands, strandTies } from '#lib/domain/golden-thread/tables.ts';
import { frameworkVersions } from '#lib/domain/frameworks/tables.ts';
import { objectives, oneToOnes } from '#lib/domain/one-to-ones/tables.ts';
import { surveyAnswers, surveys } from '#lib/domain/surveys/tables.ts';
import { trainingRecords } from '#lib/domain/training/tables.ts';
import { staff } from '#lib/domain/organisation/tables.ts';
import { appeals, interactions, pafAssessments, pafEvidence, pafFiles, pafMonths, samples } from '#lib/domain/paf/tables.ts';
import { monthlySheets } from '#lib/domain/paf-sheets/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { columnMappings, imports } from './tables.ts';

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

const staffRecordsOf = (db: Database, id: string) => db.select({ id: staff.id }).from(staff).where(eq(staff.personId, id));

/**
 * The rows of a table about the member of staff that the person is, and those in which one of the columns `by` is the person.
 * What is still a draft is not theirs yet (`once`).
 */
const aboutStaff = (
	name: string,
	table: SQLiteTable & { staffId: SQLiteColumn },
	by: SQLiteColumn[] = [],
	{ leaveOut = [], once }: { leaveOut?: string[]; once?: SQL } = {}
): Part => ({
	name,
	table,
	rows: (db, id) => {
		const columns = Object.fromEntries(Object.entries(getTableColumns(table)).filter(([column]) => !leaveOut.includes(column)));
		const about = and(inArray(table.staffId, staffRecordsOf(db, id)), once);
		return db
			.select(columns)
			.from(table)
			.where(or(about, ...by.map((column): SQL => eq(column, id))))
			.all();
	}
});

/** Files kept with scores: those this person brought, and those of their own scores once these are released. */
const filesWithScores = (db: Database, id: string) => {
	const theirs = db
		.select({ id: pafAssessments.id })
		.from(pafAssessments)
		.where(and(inArray(pafAssessments.staffId, staffRecordsOf(db, id)), isNotNull(pafAssessments.releasedAt)));
	return db
		.select({ fileName: pafFiles.fileName, shows: pafFiles.shows, sha256: pafFiles.sha256, addedAt: pafFiles.addedAt })
		.from(pafFiles)
		.where(or(eq(pafFiles.addedBy, id), inArray(pafFiles.assessmentId, theirs)))
		.all();
};

/** What was answered on scored contacts: by this person, and about them once the score is released, notes included. */
const answersWithScores = (db: Database, id: string) => {
	const theirs = db
		.select({ id: pafAssessments.formId })
		.from(pafAssessments)
		.where(and(inArray(pafAssessments.staffId, staffRecordsOf(db, id)), isNotNull(pafAssessments.releasedAt)));
	return db
		.select()
		.from(formAnswers)
		.where(or(eq(formAnswers.savedBy, id), inArray(formAnswers.formId, theirs)))
		.all();
};

/** Everything the program keeps about a person, a table a part. The ids of sessions, links and feeds are made from secrets. */
export const parts: Part[] = [
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
	from('evidence attached to findings', findingEvidence, [findingEvidence.addedBy]),
	from('journeys', journeys, [journeys.sponsorId, journeys.createdBy]),
	from('reviews of journeys', journeyTeam, [journeyTeam.personId]),
	from('steps of reviews said to be done', journeyProgress, [journeyProgress.doneBy]),
	from('lessons', lessons, [lessons.notedBy]),
	from('principles rated', principleRatings, [principleRatings.ratedBy]),
	from('toolkits published', toolkits, [toolkits.publishedBy], ['document']),
	from('changes of maps', mapChanges, [mapChanges.personId], ['before', 'after']),
	from('evidence attached to steps', stepEvidence, [stepEvidence.addedBy]),
	from('contacts noted', contacts, [contacts.notedBy]),
	from('meetings of the board', meetingMembers, [meetingMembers.personId]),
	from('views given', memberViews, [memberViews.personId]),
	from('interests declared', interests, [interests.personId]),
	from('decisions recorded', decisions, [decisions.decidedBy]),
	from('calibrations run', calibrations, [calibrations.runBy]),
	from('calibrations taken part in', calibrationAssessors, [calibrationAssessors.personId]),
	from('forms of calibrations', calibrationForms, [calibrationForms.personId]),
	from('notes of calibrations', calibrationNotes, [calibrationNotes.savedBy]),
	from('tables of ratings', raterTables, [raterTables.ownerId]),
	from('actions', actions, [actions.ownerId, actions.reviewedBy]),
	from('progress notes', actionNotes, [actionNotes.personId]),
	from('evidence attached to actions', actionEvidence, [actionEvidence.addedBy]),
	from('months of performance assessment', pafMonths, [pafMonths.openedBy, pafMonths.closedBy]),
	aboutStaff('contacts handled', interactions, [interactions.loggedBy]),
	from('column mappings kept', columnMappings, [columnMappings.savedBy]),
	aboutStaff('samples of contacts', samples, [samples.drawnBy]),
	// the note to the leader may be about what is being looked into: it is asked for from the council, not downloaded
	aboutStaff('performance assessments', pafAssessments, [pafAssessments.assessorId, pafAssessments.releasedBy], {
		leaveOut: ['privateNote'],
		once: isNotNull(pafAssessments.releasedAt)
	}),
	from('evidence attached to performance assessments', pafEvidence, [pafEvidence.addedBy]),
	{ name: 'files kept with performance assessments', table: pafFiles, rows: (db, id) => filesWithScores(db, id) },
	from('appeals', appeals, [appeals.appealedBy, appeals.decidedBy]),
	aboutStaff('monthly sheets', monthlySheets, [monthlySheets.savedBy]),
	aboutStaff('one-to-ones', oneToOnes, [oneToOnes.leaderId, oneToOnes.startedBy]),
	aboutStaff('objectives', objectives, [objectives.setBy]),
	aboutStaff('training', trainingRecords, [trainingRecords.recordedBy]),
	from('programmes of mystery shopping', programmes, [programmes.createdBy]),
	from('waves of mystery shopping', waves, [waves.drawnBy, waves.confirmedBy], ['asked']),
	from('ties to services declared', ties, [ties.personId]),
	aboutStaff('mystery shopping visits', visits, [visits.shopperId, visits.checkedBy], { once: eq(visits.state, 'checked') }),
	from('tries at visits', attempts, [attempts.by]),
	from('evidence attached to visits', visitEvidence, [visitEvidence.addedBy]),
	from('surveys made', surveys, [surveys.createdBy], ['tokenHash']),
	// what is the customer's own is theirs, not the colleague's who typed it
	from('survey answers typed or looked at', surveyAnswers, [surveyAnswers.enteredBy], ['comment']),
	from(
		'feedback handled or written down',
		tellUsCases,
		[tellUsCases.handlerId, tellUsCases.enteredBy],
		['customerName', 'customerContact', 'words', 'reference']
	),
	from(
		'stages of complaints worked on',
		complaintStages,
		[complaintStages.acknowledgedBy, complaintStages.extendedBy, complaintStages.answeredBy],
		['why', 'answer', 'remedy']
	),
	from('frameworks published', frameworkVersions, [frameworkVersions.publishedBy], ['document']),
	from('scorecards published', scorecardVersions, [scorecardVersions.publishedBy, scorecardVersions.savedBy], ['document']),
	from('scored contacts begun', scoredForms, [scoredForms.startedBy]),
	{ name: 'answers on scored contacts', table: formAnswers, rows: answersWithScores },
	// what the report says is the council's, and may name others
	from('reports kept', keptReports, [keptReports.keptBy], ['content', 'unnamed']),
	from('reports kept regularly', reportSchedules, [reportSchedules.ownerId]),
	from('measures owned', measures, [measures.ownerId]),
	from('values of measures entered', measureEntries, [measureEntries.personId]),
	from('months of measures released', measureReleases, [measureReleases.releasedBy]),
	from('strands of the golden thread', strands, [strands.ownerId]),
	from('things tied to strands', strandTies, [strandTies.tiedBy]),
	from('changes of strands', strandChanges, [strandChanges.madeBy], ['before', 'after']),
	from('imports', imports, [imports.personId], ['rows', 'changes', 'problems']),
	{ name: 'audit trail', table: auditLines, rows: auditOf }
];

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
