import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { dayOf, showDay } from '#lib/domain/calendar/dates.ts';
import type { Criterion } from '#lib/domain/frameworks/document.ts';
import type { Database } from '#lib/server/database.ts';
import { commentsOn } from './commenting.server.ts';
import { factsOf } from './criterion-facts.server.ts';
import { effectOf, type Effect } from './effect.ts';
import type { CriterionSeen } from './finding.server.ts';
import { handedTo } from './listing.server.ts';
import { answersOf, judgedOn } from './reading.server.ts';
import { isAnswerable } from './status.ts';

type Neighbour = { number: string; title: string } | null;

/** Everything the page of one criterion shows. Only this criterion's own text and rows leave here. */
export function criterionPage(db: Database, person: Person, seen: CriterionSeen, today: string) {
	const { assessment, criterion, whole, handed, thing } = seen;
	const { remark, ...facts } = factsOf(db, seen, today);
	const open = isAnswerable(assessment);
	const mayComment = can(person, 'comment on answers', thing);
	const remarkShown = remark && !['draft', 'submitted', 'in moderation'].includes(assessment.status);
	return {
		...facts,
		mayAnswer: open && can(person, 'answer', thing),
		mayHandOver: open && can(person, 'hand over', thing),
		mayComment,
		isFrozen: !open,
		remark: remarkShown ? { text: remark, by: assessment.moderatorName } : null,
		handed: handed.map(({ personId, name, note }) => ({ personId, name, note, isMe: personId === person.id })),
		comments: (mayComment ? commentsOn(db, { assessmentId: assessment.id, criterion: criterion.number }) : [])
			.filter(({ resolvedAt }) => resolvedAt === null)
			.map(({ id, text, by, at }) => ({ id, text, by, at: showDay(dayOf(at)) })),
		...neighbours(db, person, seen),
		whole
	};
}

/** The criteria before and after: of the whole assessment, or of those in this colleague's hands. */
function neighbours(db: Database, person: Person, { assessment, framework, criterion, whole }: CriterionSeen) {
	const place = framework.criteria.indexOf(criterion);
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
	const { assessment, whole } = seen;
	const { next } = neighbours(db, person, seen);
	if (next) return `/assessments/${assessment.id}/criteria/${next.number}`;
	return whole ? `/assessments/${assessment.id}` : '/assessments';
}

/** What the answer does now: for a page that has just saved it. */
export const effectNow = (db: Database, { assessment, framework, criterion }: CriterionSeen, today: string): Effect =>
	effectOf(framework, answersOf(db, assessment), criterion.number, judgedOn(assessment, today));

export type CriterionPage = ReturnType<typeof criterionPage>;
