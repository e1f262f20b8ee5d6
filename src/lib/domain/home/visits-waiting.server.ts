import { and, asc, count, eq, inArray, isNotNull, lt, lte, sql } from 'drizzle-orm';
import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { addDays } from '#lib/domain/calendar/dates.ts';
import { checksVisits, isShopper } from '#lib/domain/mystery-shopping/finding.server.ts';
import { visitsToCheck } from '#lib/domain/mystery-shopping/listing.server.ts';
import { scenarios, visits, waves } from '#lib/domain/mystery-shopping/tables.ts';
import { withShopper } from '#lib/domain/mystery-shopping/words.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { dayAndMonth, dueMark, eachOrAll, type Need } from './need.ts';

/** For a mystery shopper: their own visits whose days have come or come within a week, and those sent back to them. DOMAIN section 5.1. */
export function visitsToMake(db: Database, person: Person, today: string): Need[] {
	if (!isShopper(person)) return [];
	const rows = db
		.select({ id: visits.id, title: scenarios.title, service: services.name, state: visits.state, toOn: visits.toOn })
		.from(visits)
		.innerJoin(waves, eq(waves.id, visits.waveId))
		.innerJoin(scenarios, eq(scenarios.id, visits.scenarioId))
		.innerJoin(services, eq(services.id, visits.serviceId))
		.where(
			and(
				eq(visits.shopperId, person.id),
				inArray(visits.state, withShopper),
				lte(visits.fromOn, addDays(today, 7)),
				isNotNull(waves.confirmedAt),
				eq(waves.state, 'open')
			)
		)
		.orderBy(asc(visits.toOn), asc(visits.number))
		.limit(200)
		.all();
	return eachOrAll(
		rows,
		({ id, title, service, state, toOn }) => ({
			href: `/mystery-shopping/visits/${id}`,
			title: state === 'sent back' ? `Look again at your visit: ${title}` : `Make a visit: ${title}`,
			text: `${service}, by ${dayAndMonth(toOn)}.`,
			by: toOn,
			when: dueMark(toOn, today)
		}),
		(all) => ({
			href: '/mystery-shopping/visits',
			title: `Make ${all.length} visits`,
			text: `The first, to ${all[0]?.service ?? ''}, by ${dayAndMonth(all[0]?.toOn ?? today)}.`,
			by: all[0]?.toOn ?? null,
			when: dueMark(all[0]?.toOn ?? today, today)
		})
	);
}

/** For whoever checks visits: those handed in, never their own. DOMAIN section 5.1. */
export function visitsWaitingForCheck(db: Database, person: Person): Need[] {
	if (!checksVisits(person)) return [];
	const waiting = visitsToCheck(db, person);
	const when = { kind: 'here', text: 'To check' } as const;
	return eachOrAll(
		waiting,
		({ id, number, title, service }) => ({
			href: `/mystery-shopping/checks/${id}`,
			title: `Check visit ${number}`,
			text: `${title}, ${service}. It counts once it is checked.`,
			by: null,
			when
		}),
		(all) => ({
			href: '/mystery-shopping/checks',
			title: `Check ${all.length} visits`,
			text: 'They count once they are checked.',
			by: null,
			when
		})
	);
}

/** For whoever runs mystery shopping: waves whose last day is over and that are open still, with what is missing in them. DOMAIN section 5.1. */
export function wavesToClose(db: Database, person: Person, today: string): Need[] {
	if (!can(person, 'run shopping')) return [];
	const rows = db
		.select({
			id: waves.id,
			name: waves.name,
			endOn: waves.endOn,
			visits: count(visits.id),
			open: sql<number>`coalesce(sum(${visits.state} in ('planned', 'started', 'sent back')), 0)`,
			unchecked: sql<number>`coalesce(sum(${visits.state} = 'submitted'), 0)`
		})
		.from(waves)
		.leftJoin(visits, eq(visits.waveId, waves.id))
		.where(and(eq(waves.state, 'open'), isNotNull(waves.confirmedAt), lt(waves.endOn, today)))
		.groupBy(waves.id)
		.orderBy(asc(waves.endOn))
		.limit(10)
		.all();
	return rows.map(({ id, name, endOn, visits: all, open, unchecked }) => ({
		href: `/mystery-shopping/waves/${id}`,
		title: `Close ${name}`,
		text:
			open || unchecked
				? `It ended on ${dayAndMonth(endOn)}. Of ${all} visits ${open} are not handed in and ${unchecked} not checked.`
				: `It ended on ${dayAndMonth(endOn)}, and nothing waits in it any more.`,
		by: endOn,
		when: dueMark(endOn, today)
	}));
}
