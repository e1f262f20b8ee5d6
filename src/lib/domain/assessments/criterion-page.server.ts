import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { dayOf, showDay, showMoment, showTime } from '#lib/domain/calendar/dates.ts';
import type { Criterion, Framework } from '#lib/domain/frameworks/document.ts';
import type { Database } from '#lib/server/database.ts';
import { standingAnswer } from './answering.server.ts';
import { missingFrom } from '#lib/domain/results/answer.ts';
import { commentsOn } from './commenting.server.ts';
import { effectOf, type Effect } from './effect.ts';
import type { AssessmentSeen, CriterionSeen } from './finding.server.ts';
import { lastAnswer } from './last-answer.server.ts';
import { handedTo } from './listing.server.ts';
import { inherited, notApplicable, sayRating } from '#lib/domain/results/rating.ts';
import { agreedCorporate, answersOf, judgedOn } from './reading.server.ts';
import { scaleOf } from '#lib/domain/results/scale.ts';
import { isAnswerable } from './status.ts';

export type Choice = { value: string; label: string; hint: string; before?: string };
type Neighbour = { number: string; title: string } | null;

/** Everything the page of one criterion shows but its evidence. Only this criterion's own text and rows leave here. */
export function criterionPage(db: Database, person: Person, seen: CriterionSeen, today: string) {
	const { assessment, framework, criterion, whole, handed, thing } = seen;
	const { number } = criterion;
	const answers = answersOf(db, assessment);
	const stored = standingAnswer(db, assessment.id, number);
	const answer = answers.find((one) => one.criterion === number);
	const open = isAnswerable(assessment);
	const mayComment = can(person, 'comment on answers', thing);
	const place = framework.criteria.findIndex((one) => one.number === number);
	const remarkShown = answer?.moderation && !['draft', 'submitted', 'in moderation'].includes(assessment.status);
	return {
		criterion: {
			number,
			title: criterion.title,
			text: criterion.text,
			source: criterion.source,
			why: criterion.why,
			evidence: criterion.evidence,
			better: criterion.better
		},
		over: overline(framework, criterion, place),
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
		mayAnswer: open && can(person, 'answer', thing),
		mayHandOver: open && can(person, 'hand over', thing),
		mayComment,
		isFrozen: !open,
		effect: effectOf(framework, answers, number, judgedOn(assessment, today)),
		last: lastShown(db, framework, assessment, number),
		remark: remarkShown && answer.moderation ? { text: answer.moderation.comment, by: assessment.moderatorName } : null,
		handed: handed.map(({ personId, name, note }) => ({ personId, name, note, isMe: personId === person.id })),
		comments: (mayComment ? commentsOn(db, { assessmentId: assessment.id, criterion: number }) : [])
			.filter(({ resolvedAt }) => resolvedAt === null)
			.map(({ id, text, by, at }) => ({ id, text, by, at: showDay(dayOf(at)) })),
		...neighbours(db, person, seen, place),
		whole
	};
}

function overline(framework: Framework, criterion: Criterion, place: number): string {
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

/** The criteria before and after: of the whole assessment, or of those in this colleague's hands. */
function neighbours(db: Database, person: Person, { assessment, framework, whole }: CriterionSeen, place: number) {
	const mine = whole ? null : new Set(handedTo(db, person, assessment.id).map((one) => one.criterion));
	const inHand = (one: { number: string }) => mine?.has(one.number) ?? true;
	const shown = (one: Criterion | undefined): Neighbour => (one ? { number: one.number, title: one.title } : null);
	return {
		previous: shown(framework.criteria.slice(0, place).reverse().find(inHand)),
		next: shown(framework.criteria.slice(place + 1).find(inHand))
	};
}

/** Where a person goes on after saving a criterion: the next one in sight, else back to the list it is part of. */
export function afterCriterion(db: Database, person: Person, seen: CriterionSeen): string {
	const { assessment, framework, criterion, whole } = seen;
	const place = framework.criteria.findIndex((one) => one.number === criterion.number);
	const { next } = neighbours(db, person, seen, place);
	if (next) return `/assessments/${assessment.id}/criteria/${next.number}`;
	return whole ? `/assessments/${assessment.id}` : '/assessments';
}

/** What the answer does now: for a page that has just saved it. */
export const effectNow = (db: Database, { assessment, framework, criterion }: CriterionSeen, today: string): Effect =>
	effectOf(framework, answersOf(db, assessment), criterion.number, judgedOn(assessment, today));

export type CriterionPage = ReturnType<typeof criterionPage>;
