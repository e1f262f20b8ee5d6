import { and, asc, eq, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import { servicesOf, type Person } from '#lib/domain/access/person.ts';
import { answerEvidence, assessments } from '#lib/domain/assessments/tables.ts';
import { addDays } from '#lib/domain/calendar/dates.ts';
import { councilLimits } from '#lib/domain/evidence/council-limits.server.ts';
import { warnedUntil } from '#lib/domain/evidence/currency.ts';
import { endOf, evidence } from '#lib/domain/evidence/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { dayAndMonth, dueMark, eachOrAll, type Need } from './need.ts';

/** How long a piece that ran out goes on asking to be renewed, in days. */
const remembered = 60;

/**
 * The evidence a person owns, or of a service they manage, that is running out or ran out in the last sixty days, as far
 * as it supports anything. DOMAIN section 2.4.
 */
export function evidenceRunningOut(db: Database, person: Person, today: string): Need[] {
	const managed = servicesOf(person, 'service manager');
	const end = endOf(evidence.effectiveTo);
	const rows = db
		.select({
			id: evidence.id,
			title: evidence.title,
			effectiveTo: sql<string>`${evidence.effectiveTo}`,
			criteria: sql<number>`count(distinct ${answerEvidence.criterion})`,
			services: sql<number>`count(distinct ${assessments.serviceId})`
		})
		.from(evidence)
		.innerJoin(answerEvidence, eq(answerEvidence.evidenceId, evidence.id))
		.innerJoin(assessments, eq(assessments.id, answerEvidence.assessmentId))
		.where(
			and(
				isNull(evidence.withdrawnAt),
				gte(end, addDays(today, -remembered)),
				lte(end, warnedUntil(today, councilLimits(db).warningDays)),
				or(eq(evidence.ownerId, person.id), managed !== 'all' && managed.length ? inArray(evidence.serviceId, managed) : undefined)
			)
		)
		.groupBy(evidence.id)
		.orderBy(asc(end), asc(evidence.id))
		.limit(100)
		.all();
	return eachOrAll(
		rows,
		({ id, title, effectiveTo, criteria, services }) => ({
			href: `/evidence/${id}`,
			title: `Renew ${title}`,
			text: `It ${effectiveTo < today ? 'ran' : 'runs'} out on ${dayAndMonth(effectiveTo)} and supports ${criteria} ${
				criteria === 1 ? 'criterion' : 'criteria'
			}${services > 1 ? ` in ${services} services` : ''}.`,
			by: effectiveTo,
			when: effectiveTo < today ? { kind: 'bad' as const, text: 'Out of date' } : dueMark(effectiveTo, today)
		}),
		(all) => ({
			href: '/evidence',
			title: `Renew ${all.length} pieces of evidence`,
			text: `The first is ${all[0]?.title ?? ''}.`,
			by: all[0]?.effectiveTo ?? null,
			when: dueMark(all[0]?.effectiveTo ?? today, today)
		})
	);
}
