import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import { people } from '#lib/domain/access/tables.ts';
import { actions } from '#lib/domain/actions/tables.ts';
import { statusOn, type ActionStatus } from '#lib/domain/actions/status.ts';
import { answersOf, judgedOn, type Readable } from '#lib/domain/assessments/reading.server.ts';
import { resultOf } from '#lib/domain/results/result.ts';
import { assessments } from '#lib/domain/assessments/tables.ts';
import type { Blocker } from '#lib/domain/results/blocking.ts';
import { ratingInWords } from '#lib/domain/results/wording.ts';
import type { Criterion } from '#lib/domain/frameworks/document.ts';
import { frameworkOf } from '#lib/domain/frameworks/finding.server.ts';
import { frameworkVersions } from '#lib/domain/frameworks/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { severityOf, type Severity } from './severity.ts';

export const gapTargets = ['award', 'level'] as const;
export type GapTarget = (typeof gapTargets)[number];

/** What is needed of an assessment to list its gaps; an AssessmentSeen has it all. */
export type Gappy = Readable & { service: { id: string; name: string } };

/** An action that is being taken on a gap already. */
export type OpenAction = { number: number; title: string; owner: string; status: ActionStatus; dueOn: string };

/** One criterion that stops the next level or award, in words, with what is being done about it. */
export type Gap = {
	criterion: Criterion;
	why: Blocker['why'];
	/** What it counts as and what it needs, in words: 'Partially', 'Fully'. */
	counts: string;
	needs: string;
	severity: Severity;
	openAction: OpenAction | null;
};

export type Gaps = { level: number | null; award: string | null; gaps: Gap[] };

/**
 * What stops the next award (or level) of an assessment, by level and then by number, as the agreed result has it: the
 * moderator's answers where given, and the evidence rule. Null where nothing is ahead. DOMAIN sections 2.2 and 3.
 */
export function gapsOf(db: Database, assessment: Gappy, target: GapTarget, today: string): Gaps | null {
	const framework = frameworkOf(db, assessment.frameworkVersionId);
	const { agreed } = resultOf(framework, answersOf(db, assessment), judgedOn(assessment, today));
	const ahead = target === 'award' ? agreed.nextAward : agreed.next;
	if (!ahead) return null;
	const taken = openActionsOnGaps(db, assessment.service.id, framework.id, today);
	const criteria = new Map(framework.criteria.map((criterion) => [criterion.number, criterion]));
	const gaps = ahead.blockers.flatMap((blocker) => {
		const criterion = criteria.get(blocker.criterion);
		if (!criterion) return [];
		return {
			criterion,
			why: blocker.why,
			counts: ratingInWords(framework, blocker.counts),
			needs: ratingInWords(framework, blocker.needs),
			severity: severityOf(framework, blocker, ahead.level),
			openAction: taken.get(blocker.criterion) ?? null
		};
	});
	return { level: ahead.level, award: ahead.award, gaps };
}

/** The actions a service has open on gaps of a framework, from this assessment or an earlier one, by criterion. */
export function openActionsOnGaps(db: Database, serviceId: string, framework: string, today: string): Map<string, OpenAction> {
	const rows = db
		.select({
			criterion: actions.criterion,
			number: actions.number,
			title: actions.title,
			owner: people.name,
			status: actions.status,
			dueOn: actions.dueOn
		})
		.from(actions)
		.innerJoin(people, eq(people.id, actions.ownerId))
		.innerJoin(assessments, eq(assessments.id, actions.assessmentId))
		.innerJoin(frameworkVersions, eq(frameworkVersions.id, assessments.frameworkVersionId))
		.where(
			and(
				eq(actions.serviceId, serviceId),
				inArray(actions.status, ['not started', 'on track', 'at risk']),
				isNotNull(actions.criterion),
				eq(frameworkVersions.framework, framework)
			)
		)
		.orderBy(actions.number)
		.all();
	return new Map(rows.map(({ criterion, ...action }) => [criterion ?? '', { ...action, status: statusOn(action, today) }]));
}
