import type { Framework } from '#lib/domain/frameworks/document.ts';
import { frameworkOf } from '#lib/domain/frameworks/finding.server.ts';
import type { Database } from '#lib/server/database.ts';
import { evidenceLacking } from '#lib/domain/results/current-evidence.ts';
import { canSubmit, consistencyOf } from '#lib/domain/results/consistency.ts';
import { missingFrom, type Answer } from '#lib/domain/results/answer.ts';
import type { AssessmentSeen } from './finding.server.ts';
import { groupingOf, groupsOf } from './grouping.ts';
import { liveResult } from './live-result.ts';
import { sayRating } from '#lib/domain/results/rating.ts';
import { answersOf, judgedOn } from './reading.server.ts';
import { resultOf } from '#lib/domain/results/result.ts';

/** Everything to look over before submitting: each answer by level, what is missing, what does not sit well together. Issue section 4. */
export function answersCheck(db: Database, assessment: AssessmentSeen, today: string) {
	const framework = frameworkOf(db, assessment.frameworkVersionId);
	const answers = answersOf(db, assessment);
	const on = judgedOn(assessment, today);
	const byCriterion = new Map(answers.map((answer) => [answer.criterion, answer]));
	const groups = groupsOf(framework, groupingOf(framework, null)).map(({ id, number, name, criteria }) => ({
		id,
		title: framework.kind === 'staged' ? `Level ${number} ${name}` : name,
		rows: criteria.map((criterion) => ({
			number: criterion.number,
			title: criterion.title,
			answer: answerInWords(framework, byCriterion.get(criterion.number)),
			comment: byCriterion.get(criterion.number)?.comment ?? '',
			evidence: evidenceInWords(byCriterion.get(criterion.number), on)
		}))
	}));
	const result = resultOf(framework, answers, on);
	return {
		framework: { name: framework.name, version: framework.version },
		groups,
		...result.completeness,
		...readiness(framework, answers),
		toCheck: consistencyOf(framework, answers, { on, cycleStart: assessment.cycle.startsOn }),
		live: liveResult(framework, result, assessment.status)
	};
}

/** Whether everything is answered, and what is not, with its title. */
function readiness(framework: Framework, answers: Answer[]) {
	const titles = new Map(framework.criteria.map(({ number, title }) => [number, title]));
	const { ready, missing } = canSubmit(framework, answers);
	return { ready, missing: missing.map((one) => ({ ...one, title: titles.get(one.criterion) ?? '' })) };
}

const missing = {
	'not answered': 'Not answered',
	'to confirm': 'Carried over, to confirm',
	'no reason for not applicable': 'Not applicable, but without a reason',
	'no corporate answer yet': 'Inherited, but there is no agreed corporate answer yet'
};

function answerInWords(framework: Framework, answer: Answer | undefined): string {
	const why = missingFrom(framework, answer);
	if (why) return missing[why];
	const said = sayRating(framework, answer?.rating ?? null);
	return answer?.rating === 'inherited' ? `${said}: ${sayRating(framework, answer.inheritedRating)}` : said;
}

function evidenceInWords(answer: Answer | undefined, on: string): string {
	const count = answer?.evidence.length ?? 0;
	if (!answer || count === 0) return 'No evidence';
	return `${count} ${count === 1 ? 'piece' : 'pieces'} of evidence, ${evidenceLacking(answer, on) ? 'out of date' : 'current'}`;
}
