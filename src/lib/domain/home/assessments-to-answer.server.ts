import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import { servicesOf, type Person } from '#lib/domain/access/person.ts';
import { answers, assessments } from '#lib/domain/assessments/tables.ts';
import { cycles } from '#lib/domain/cycles/tables.ts';
import { moderations } from '#lib/domain/moderation/tables.ts';
import { results } from '#lib/domain/results/tables.ts';
import { frameworkOf } from '#lib/domain/frameworks/finding.server.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { dueMark, eachOrAll, type Need } from './need.ts';

const most = 40;

/** The assessments of a service manager's services that wait for them: to be answered, or to be agreed. */
function waiting(db: Database, managed: string[]) {
	return db
		.select({
			id: assessments.id,
			service: services.name,
			cycle: cycles.name,
			status: assessments.status,
			dueOn: assessments.dueOn,
			frameworkVersionId: assessments.frameworkVersionId,
			changesRequested: assessments.changesRequested,
			answered: results.answered,
			total: results.total,
			level: results.level,
			award: results.award
		})
		.from(assessments)
		.innerJoin(services, eq(services.id, assessments.serviceId))
		.innerJoin(cycles, eq(cycles.id, assessments.cycleId))
		.leftJoin(results, and(eq(results.assessmentId, assessments.id), eq(results.basis, 'agreed')))
		.where(
			and(
				inArray(assessments.serviceId, managed),
				inArray(assessments.status, ['draft', 'changes requested', 'moderated']),
				isNull(cycles.closedAt)
			)
		)
		.orderBy(asc(assessments.dueOn), asc(assessments.id))
		.limit(most)
		.all();
}
type Waiting = ReturnType<typeof waiting>[number];

/** What a service manager has to agree, put right or carry on with. Three queries, however many services. DOMAIN section 2.3. */
export function assessmentsToAnswer(db: Database, person: Person, today: string): Need[] {
	const managed = servicesOf(person, 'service manager');
	if (managed === 'all' || !managed.length) return [];
	const rows = waiting(db, managed);
	const of = (...statuses: Waiting['status'][]) => rows.filter(({ status }) => statuses.includes(status));
	const open = nextCriteria(db, of('draft', 'changes requested'));
	const changed = changedByModerator(db, of('moderated'));
	return [
		...of('moderated').map((row) => toAgree(row, changed.get(row.id) ?? 0, today)),
		...of('changes requested').map((row) => toChange(row, today)),
		...eachOrAll(
			of('draft'),
			(row) => toCarryOn(row, open.get(row.id), today),
			(all) => ({
				href: '/assessments',
				title: `Carry on with ${all.length} assessments`,
				text: `The first is due: ${all[0]?.service ?? ''}.`,
				by: all[0]?.dueOn ?? null,
				when: dueMark(all[0]?.dueOn ?? today, today)
			}),
			6
		)
	];
}

function toAgree({ id, service, dueOn, level, award, total, frameworkVersionId: _ }: Waiting, changed: number, today: string): Need {
	const reached = level === null ? (award ?? 'no outcome') : `level ${level}${award ? `, ${award}` : ', no award'}`;
	const says = changed === 0 ? 'kept all your answers' : `changed ${changed} of your ${total ?? 0} answers and says why`;
	return {
		href: `/assessments/${id}/agreement`,
		title: `Agree the result for ${service}`,
		text: `Moderation is finished: ${reached}. The moderator ${says}.`,
		by: dueOn,
		when: dueMark(dueOn, today)
	};
}

const toChange = ({ id, service, dueOn, changesRequested }: Waiting, today: string): Need => ({
	href: `/assessments/${id}`,
	title: `Change answers for ${service}`,
	text: `The moderator asks: ${changesRequested ?? 'see the assessment'}`,
	by: dueOn,
	when: dueMark(dueOn, today)
});

function toCarryOn(
	{ id, service, cycle, dueOn, answered, total }: Waiting,
	next: { number: string; title: string } | undefined,
	today: string
): Need {
	const isBegun = (answered ?? 0) > 0;
	return {
		href: next ? `/assessments/${id}/criteria/${next.number}` : `/assessments/${id}`,
		title: next ? `${isBegun ? 'Carry on with' : 'Begin'} ${service}` : `Submit ${service}`,
		text: next
			? `${cycle}: ${answered ?? 0} of ${total ?? 0} criteria answered. Next: ${next.number}, ${next.title}.`
			: `${cycle}: all ${total ?? 0} criteria are answered. Check them and hand in.`,
		by: dueOn,
		when: dueMark(dueOn, today)
	};
}

/** The first criterion of each open assessment, in its framework's order, that is not answered or not confirmed. */
function nextCriteria(db: Database, open: Waiting[]): Map<string, { number: string; title: string }> {
	if (!open.length) return new Map();
	const ids = open.map(({ id }) => id);
	const missing = db
		.select({ id: answers.assessmentId, criterion: answers.criterion })
		.from(answers)
		.where(and(inArray(answers.assessmentId, ids), or(isNull(answers.rating), eq(answers.toConfirm, true))))
		.all();
	const left = new Set(missing.map(({ id, criterion }) => `${id} ${criterion}`));
	return new Map(
		open.flatMap(({ id, frameworkVersionId }) => {
			const next = frameworkOf(db, frameworkVersionId).criteria.find(({ number }) => left.has(`${id} ${number}`));
			return next ? [[id, { number: next.number, title: next.title }]] : [];
		})
	);
}

/** In how many criteria the moderator said something else than the service, by assessment. */
function changedByModerator(db: Database, moderated: Waiting[]): Map<string, number> {
	if (!moderated.length) return new Map();
	const rows = db
		.select({ id: moderations.assessmentId, count: sql<number>`count(*)` })
		.from(moderations)
		.innerJoin(answers, and(eq(answers.assessmentId, moderations.assessmentId), eq(answers.criterion, moderations.criterion)))
		.where(
			and(
				inArray(
					moderations.assessmentId,
					moderated.map(({ id }) => id)
				),
				or(
					sql`${moderations.rating} is not null and ${moderations.rating} is not ${answers.rating}`,
					eq(moderations.notApplicableAccepted, false)
				)
			)
		)
		.groupBy(moderations.assessmentId)
		.all();
	return new Map(rows.map(({ id, count }) => [id, count]));
}
