import { and, asc, desc, eq, ne, sql } from 'drizzle-orm';
import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { inSight as actionsInSight, statusShown } from '#lib/domain/actions/narrowing.server.ts';
import { actions } from '#lib/domain/actions/tables.ts';
import { inSight as findingsInSight } from '#lib/domain/findings/narrowing.server.ts';
import { findings, recommendations } from '#lib/domain/findings/tables.ts';
import { inSight as journeysInSight } from '#lib/domain/journeys/narrowing.server.ts';
import { journeys } from '#lib/domain/journeys/tables.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { isAmong } from '../among.ts';
import { containing, type AskedFor, type ThreadThing } from './thread-thing.ts';

/** The actions a person sees; those asked for by name whatever their state, others only while they are open. */
export const actionsSeen = (db: Database, person: Person, { things, search, most }: AskedFor, today: string): ThreadThing[] =>
	db
		.select({
			id: actions.id,
			number: actions.number,
			title: actions.title,
			serviceId: actions.serviceId,
			ownerId: actions.ownerId,
			service: services.name,
			status: statusShown(today)
		})
		.from(actions)
		.innerJoin(services, eq(services.id, actions.serviceId))
		.where(
			and(
				actionsInSight(person),
				things ? isAmong(actions.id, things) : ne(actions.status, 'dropped'),
				search ? sql`(${actions.title} like ${containing(search)} escape '\\' or cast(${actions.number} as text) = ${search})` : undefined
			)
		)
		.orderBy(asc(actions.dueOn), asc(actions.number))
		.limit(most)
		.all()
		.map(({ id, number, title, serviceId, ownerId, service, status }) => ({
			kind: 'action',
			thing: id,
			title,
			place: `Action ${number}, ${service}`,
			href: `/actions/${number}`,
			mayManage: can(person, 'manage actions', { serviceId, ownerId }),
			state: status
		}));

/** The recommendations a person sees, through their findings. */
export const recommendationsSeen = (db: Database, person: Person, { things, search, most }: AskedFor): ThreadThing[] =>
	db
		.select({
			id: recommendations.id,
			number: recommendations.number,
			text: recommendations.text,
			state: recommendations.state,
			serviceId: findings.serviceId,
			service: services.name
		})
		.from(recommendations)
		.innerJoin(findings, eq(findings.id, recommendations.findingId))
		.innerJoin(services, eq(services.id, findings.serviceId))
		.where(
			and(
				findingsInSight(db, person),
				things ? isAmong(recommendations.id, things) : ne(recommendations.state, 'withdrawn'),
				search
					? sql`(${recommendations.text} like ${containing(search)} escape '\\' or cast(${recommendations.number} as text) = ${search})`
					: undefined
			)
		)
		.orderBy(desc(recommendations.number))
		.limit(most)
		.all()
		.map(({ id, number, text, state, serviceId, service }) => ({
			kind: 'recommendation',
			thing: id,
			title: text,
			place: `Recommendation ${number}, ${service}`,
			href: `/recommendations/${number}`,
			mayManage: can(person, 'record finding', { serviceId }),
			state
		}));

/** The journeys a person sees. */
export const journeysSeen = (db: Database, person: Person, { things, search, most }: AskedFor): ThreadThing[] =>
	db
		.select({
			id: journeys.id,
			number: journeys.number,
			name: journeys.name,
			words: journeys.words,
			state: journeys.state,
			serviceId: journeys.serviceId,
			service: services.name
		})
		.from(journeys)
		.innerJoin(services, eq(services.id, journeys.serviceId))
		.where(
			and(
				journeysInSight(person),
				things ? isAmong(journeys.id, things) : ne(journeys.state, 'abandoned'),
				search
					? sql`(${journeys.name} like ${containing(search)} escape '\\' or ${journeys.words} like ${containing(search)} escape '\\')`
					: undefined
			)
		)
		.orderBy(asc(journeys.number))
		.limit(most)
		.all()
		.map(({ id, number, name, state, serviceId, service }) => ({
			kind: 'journey',
			thing: id,
			title: name,
			place: `Journey ${number}, ${service}`,
			href: `/journeys/${id}`,
			mayManage: can(person, 'review journey', { serviceId }),
			state
		}));
