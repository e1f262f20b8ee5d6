import { dayOf, showDay, showMoment, showTime } from '#lib/domain/calendar/dates.ts';
import { evidenceOf } from '#lib/domain/evidence/of-criterion.server.ts';
import type { Criterion, Framework } from '#lib/domain/frameworks/document.ts';
import { missingFrom } from '#lib/domain/results/answer.ts';
import { inherited, notApplicable, sayRating } from '#lib/domain/results/rating.ts';
import { scaleOf } from '#lib/domain/results/scale.ts';
import { betweenWrites } from '#lib/server/between-writes.ts';
import type { Database } from '#lib/server/database.ts';
import { standingAnswer } from './answering.server.ts';
import { effectOf } from './effect.ts';
import type { AssessmentSeen, CriterionSeen } from './finding.server.ts';
import { lastAnswer } from './last-answer.server.ts';
import { agreedCorporate, answersOf, judgedOn } from './reading.server.ts';

export type Choice = { value: string; label: string; hint: string; before?: string };

/**
 * What a criterion holds whoever asks: its text, the answer and what it does, its evidence, what was said last time. Worked out
 * once and kept until anything is written. The moderator's remark is in it from the moment it is typed: who may read it is for
 * the caller to say.
 */
export const factsOf = (db: Database, { assessment, framework, criterion }: CriterionSeen, today: string) =>
	betweenWrites(db, `criterion ${criterion.number} of ${assessment.id} on ${today}`, () => {
		const { number, title, text, source, why, evidence, better } = criterion;
		const answers = answersOf(db, assessment);
		const answer = answers.find((one) => one.criterion === number);
		const stored = standingAnswer(db, assessment.id, number);
		const on = judgedOn(assessment, today);
		return {
			criterion: { number, title, text, source, why, evidence, better },
			over: overline(framework, criterion),
			choices: choicesShown(db, assessment, framework, criterion),
			answer: {
				rating: stored?.rating ?? null,
				inWords: sayRating(framework, stored?.rating ?? null),
				comment: stored?.comment ?? '',
				version: stored?.version ?? 1,
				toConfirm: stored?.toConfirm ?? false,
				missing: missingFrom(framework, answer),
				saved: savedInWords(stored?.answeredAt ?? null, today),
				by: stored?.answeredBy ?? null
			},
			effect: effectOf(framework, answers, number, on),
			evidence: evidenceOf(db, { assessmentId: assessment.id, criterion: number }, on),
			last: lastShown(db, framework, assessment, number),
			remark: answer?.moderation?.comment ?? null
		};
	});

function overline(framework: Framework, criterion: Criterion): string {
	const place = framework.criteria.indexOf(criterion);
	const level = framework.levels?.find(({ number }) => number === criterion.level);
	const theme = framework.themes.find(({ id }) => id === criterion.theme)?.name;
	const levelWords = level ? `Level ${level.number} ${level.name}` : null;
	return [levelWords, theme === criterion.title ? null : theme, `${place + 1} of ${framework.criteria.length}`].filter(Boolean).join(' · ');
}

const savedInWords = (at: number | null, today: string): string | undefined =>
	at === null ? undefined : dayOf(at) === today ? showTime(at) : showMoment(at);

/** The answers to choose from, best first, then not applicable and, but for the corporate service itself, inherited. DOMAIN section 2.1. */
function choicesShown(db: Database, assessment: AssessmentSeen, framework: Framework, criterion: Criterion): Choice[] {
	const scale = scaleOf(framework).map(({ id, name, about }, rank): Choice => {
		if (framework.kind !== 'rubric') return { value: id, label: name, hint: about };
		return { value: id, label: `Level ${id} ${name}`, hint: criterion.descriptions?.[rank] ?? about };
	});
	const others: Choice[] = [
		{
			value: notApplicable,
			label: 'Not applicable',
			hint: 'Give a reason in the comment. Without one it counts as unanswered.',
			before: 'or'
		}
	];
	if (assessment.service.kind !== 'corporate')
		others.push({
			value: inherited,
			label: 'Inherited: the council does this centrally',
			hint: corporateHint(db, assessment, framework, criterion.number)
		});
	return [...scale.reverse(), ...others];
}

function corporateHint(db: Database, { frameworkVersionId }: AssessmentSeen, framework: Framework, criterion: string): string {
	const corporate = agreedCorporate(db, frameworkVersionId);
	const rating = corporate?.ratings.get(criterion) ?? null;
	if (!corporate || rating === null) return 'There is no agreed corporate answer yet, so this would count as unanswered.';
	return `Takes the corporate answer, agreed ${showDay(corporate.agreedOn)}: ${sayRating(framework, rating)}`;
}

function lastShown(db: Database, framework: Framework, assessment: AssessmentSeen, criterion: string) {
	const last = lastAnswer(db, assessment, criterion);
	if (!last) return null;
	return {
		rating: sayRating(framework, last.moderated ?? last.rating),
		when: `${last.cycle}${last.agreedOn ? `, agreed ${showDay(last.agreedOn)}` : ''}`,
		comment: last.comment,
		remark: last.remark
			? { text: last.remark, by: last.moderator ?? '', at: last.moderatedAt === null ? '' : showDay(dayOf(last.moderatedAt)) }
			: null
	};
}
