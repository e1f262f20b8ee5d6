import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import type { Framework } from '#lib/domain/frameworks/document.ts';
import { frameworkOf } from '#lib/domain/frameworks/finding.server.ts';
import type { Database } from '#lib/server/database.ts';
import { missingFrom, saidIn, type Answer, type Missing } from '#lib/domain/results/answer.ts';
import { openCommentsIn } from './commenting.server.ts';
import { evidenceLacking } from '#lib/domain/results/current-evidence.ts';
import type { AssessmentSeen } from './finding.server.ts';
import { bandsOf, groupsOf, type Grouping } from './grouping.ts';
import { handedOverIn } from './handing-over.server.ts';
import { liveResult } from './live-result.ts';
import { shownRating, type ShownRating } from '#lib/domain/results/rating.ts';
import { answersOf, judgedOn } from './reading.server.ts';
import { resultOf } from '#lib/domain/results/result.ts';
import { isMet } from '#lib/domain/results/scale.ts';
import { isAnswerable } from './status.ts';
import { targetInWords } from '#lib/domain/cycles/target.server.ts';

type Note = { kind: 'watch' | 'here' | null; text: string };
export type Task = { number: string; title: string; state: 'done' | 'here' | 'todo'; answer: ShownRating; note: Note };

const missingInWords: Record<Missing, string> = {
	'not answered': '',
	'to confirm': 'To confirm',
	'no reason for not applicable': 'Reason needed',
	'no corporate answer yet': 'None agreed yet'
};

/**
 * Every criterion of an assessment as a task, with what to know about it, how much is done, the next one for this person
 * (neither answered nor with a colleague), and the live result. A bounded number of queries, however many criteria.
 */
export function taskListOf(db: Database, person: Person, assessment: AssessmentSeen, today: string, by: Grouping) {
	const framework = frameworkOf(db, assessment.frameworkVersionId);
	const answers = answersOf(db, assessment);
	const on = judgedOn(assessment, today);
	const result = resultOf(framework, answers, on);
	const byCriterion = new Map(answers.map((answer) => [answer.criterion, answer]));
	const handed = new Map(handedOverIn(db, assessment.id).map(({ criterion, name }) => [criterion, name]));
	const comments = openCommentsIn(db, assessment.id);
	const mayAnswer = isAnswerable(assessment) && can(person, 'answer', assessment.thing);
	const missing = (number: string) => missingFrom(framework, byCriterion.get(number));
	const waiting = framework.criteria.filter(({ number }) => missing(number));
	const next = mayAnswer ? ((waiting.find(({ number }) => !handed.has(number)) ?? waiting[0])?.number ?? null) : null;

	const taskOf = ({ number, title }: { number: string; title: string }): Task => {
		const answer = byCriterion.get(number);
		return {
			number,
			title,
			state: number === next ? 'here' : missing(number) ? 'todo' : 'done',
			answer: shownRating(framework, answer?.rating ?? null, answer?.inheritedRating),
			note: noteOf(framework, answer, { on, isNext: number === next, with: handed.get(number), comments: comments.get(number) ?? 0 })
		};
	};
	const groups = groupsOf(framework, by).map(({ criteria, ...group }) => {
		const tasks = criteria.map(taskOf);
		return { ...group, tasks, answered: criteria.filter(({ number }) => !missing(number)).length };
	});
	return {
		framework: { name: framework.name, version: framework.version, kind: framework.kind },
		by,
		bands: bandsOf(groups),
		...result.completeness,
		withColleagues: new Set(handed.keys()).size,
		toConfirm: answers.filter(({ toConfirm }) => toConfirm).length,
		next,
		mayAnswer,
		target: targetInWords(db, framework, assessment),
		live: liveResult(framework, result, assessment.status)
	};
}

/** What to know about one answer: what it still needs, who has it, how it is proved. The most pressing alone. */
function noteOf(
	framework: Framework,
	answer: Answer | undefined,
	about: { on: string; isNext: boolean; with: string | undefined; comments: number }
): Note {
	const said = saidIn(framework, answer);
	const missing = missingFrom(framework, answer);
	const comments = about.comments ? `, ${about.comments} open ${about.comments === 1 ? 'comment' : 'comments'}` : '';
	if (missing && missing !== 'not answered') return { kind: 'watch', text: missingInWords[missing] + comments };
	if (about.with) return { kind: null, text: `With ${about.with}${comments}` };
	if (about.isNext) return { kind: 'here', text: `Next for you${comments}` };
	if (!answer || missing) return { kind: null, text: comments.slice(2) };
	const lacking = answer.rating === 'inherited' || !isMet(framework, said) ? null : evidenceLacking(answer, about.on);
	if (lacking) return { kind: 'watch', text: (lacking === 'evidence missing' ? 'No evidence' : 'Evidence out of date') + comments };
	return { kind: null, text: [piecesInWords(answer, about.on), comments.slice(2)].filter(Boolean).join(', ') };
}

function piecesInWords(answer: Answer, on: string): string {
	const count = answer.evidence.length;
	if (count === 0) return '';
	const current = evidenceLacking(answer, on) === null;
	return `${count} ${count === 1 ? 'piece' : 'pieces'}, ${current ? 'current' : 'out of date'}`;
}
