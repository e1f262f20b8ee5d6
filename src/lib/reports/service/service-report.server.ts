import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { actionsOfService } from '#lib/domain/actions/planning.server.ts';
import { planOf } from '#lib/domain/actions/plan.ts';
import type { AssessmentSeen } from '#lib/domain/assessments/finding.server.ts';
import { lastSnapshot } from '#lib/domain/snapshots/keeping-snapshots.server.ts';
import { answersOf, judgedOn } from '#lib/domain/assessments/reading.server.ts';
import { resultPage } from '#lib/domain/assessments/result-page.server.ts';
import { snapshotDetails } from '#lib/domain/snapshots/snapshot-details.server.ts';
import type { Snapshot, SnapshotAnswer } from '#lib/domain/snapshots/snapshot.ts';
import { statusMarks } from '#lib/domain/assessments/shown-status.ts';
import { frameworkOf } from '#lib/domain/frameworks/finding.server.ts';
import { councilOf } from '#lib/domain/organisation/finding.server.ts';
import { now } from '#lib/server/clock.ts';
import type { Database } from '#lib/server/database.ts';
import type { Report } from '../description.ts';
import { planTable } from '../plan-table.ts';
import { answersTable } from './answers-table.ts';
import { evidenceIndex } from './evidence-index.ts';
import { resultSections } from './result-sections.ts';
import { factsOf, leadOf, wayOf } from './way.ts';

/**
 * Report (a): one service's assessment, for a management team to read. An agreed one is read from its snapshot, so
 * that it says the same for ever; the action plan is the one of today. Readers who may not see individual staff (a
 * viewer) get it without names.
 */
export function serviceReport(db: Database, person: Person, assessment: AssessmentSeen, today: string): Report {
	const framework = frameworkOf(db, assessment.frameworkVersionId);
	const result = resultPage(db, assessment, today);
	const named = can(person, 'see actions', { serviceId: assessment.service.id });
	const kept = assessment.status === 'agreed' ? lastSnapshot(db, assessment.id) : undefined;
	const answers = kept ? (kept.content as Snapshot).answers : answersNow(db, assessment);
	const plan = planOf(actionsOfService(db, assessment.service.id, today), today);
	const actions = [...plan.year, ...plan.forward].flatMap((stretch) => stretch.actions);
	const { name } = assessment.service;
	return {
		name: `${name} ${assessment.cycle.name}`,
		title: `${name}: ${result.headline}`,
		subtitle: `Self-assessment ${assessment.cycle.name}, ${framework.name} ${framework.version}`,
		lead: leadOf(assessment, result),
		facts: factsOf(assessment, result),
		council: councilOf(db)?.name ?? '',
		madeAt: now(),
		sections: [
			...resultSections(result),
			{
				id: 'plan',
				title: actions.length ? `${actions.length} ${actions.length === 1 ? 'action' : 'actions'} in the plan` : 'No action is planned',
				blocks: [{ kind: 'table', table: planTable('plan', 'Action plan, from today', actions, { named }) }]
			},
			{
				id: 'answers',
				title: `${result.answered} of ${result.total} criteria answered`,
				blocks: [{ kind: 'table', table: answersTable(framework, answers, result.stands, judgedOn(assessment, today)) }]
			},
			{ id: 'evidence', title: 'What the answers rest on', blocks: [{ kind: 'table', table: evidenceIndex(answers) }] },
			{
				id: 'way',
				title: `${statusMarks[assessment.status].text}: who did what`,
				blocks: [{ kind: 'facts', facts: wayOf(assessment, { named, snapshot: kept && { number: kept.number, sha256: kept.sha256 } }) }]
			}
		]
	};
}

/** The answers as they stand, in the shape of a snapshot: for a report before anything is agreed. */
function answersNow(db: Database, assessment: AssessmentSeen): SnapshotAnswer[] {
	const details = snapshotDetails(db, assessment.id);
	return answersOf(db, assessment).map((answer) => {
		const { answered, moderated, evidence } = details(answer.criterion);
		return { ...answer, ...answered, evidence, moderation: answer.moderation && moderated ? { ...answer.moderation, ...moderated } : null };
	});
}
