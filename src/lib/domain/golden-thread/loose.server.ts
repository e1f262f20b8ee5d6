import { and, asc, eq, isNull, or, sql } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { inSight as actionsInSight } from '#lib/domain/actions/narrowing.server.ts';
import { actions, stillOpen } from '#lib/domain/actions/tables.ts';
import { measures } from '#lib/domain/measures/tables.ts';
import { objectives } from '#lib/domain/one-to-ones/tables.ts';
import { services, staff, teams } from '#lib/domain/organisation/tables.ts';
import { overStaff } from '#lib/domain/paf-sheets/staff-seen.server.ts';
import type { Database } from '#lib/server/database.ts';
import type { Loose } from './breaks.ts';
import { seesMeasures } from './sight.ts';
import { strandTies } from './tables.ts';

/** So many of each kind are listed; more are never read. */
export const mostLoose = 500;

const tiedTo = (kind: string, thing: typeof actions.id | typeof measures.id) =>
	sql`exists (select 1 from ${strandTies} where ${strandTies.kind} = ${sql.raw(`'${kind}'`)} and ${strandTies.thing} = ${thing})`;

/** The open actions a person sees that are tied to no strand, neither themselves nor by the recommendation they came from. */
const looseActions = (db: Database, person: Person, serviceId: string): Loose[] =>
	db
		.select({ id: actions.id, number: actions.number, title: actions.title, service: services.name })
		.from(actions)
		.innerJoin(services, eq(services.id, actions.serviceId))
		.where(
			and(
				actionsInSight(person),
				stillOpen(actions.status),
				serviceId ? eq(actions.serviceId, serviceId) : undefined,
				sql`not ${tiedTo('action', actions.id)}`,
				sql`not exists (select 1 from ${strandTies} where ${strandTies.kind} = 'recommendation' and ${strandTies.thing} = ${actions.recommendationId})`
			)
		)
		.orderBy(asc(actions.dueOn), asc(actions.number))
		.limit(mostLoose)
		.all()
		.map(({ id, number, title, service }) => ({
			kind: 'action',
			id,
			title,
			place: `Action ${number}, ${service}`,
			href: `/actions/${number}`
		}));

/** The open objectives that serve no strand, of the person and of whoever they lead: nobody else's. DOMAIN section 5.2. */
const looseObjectives = (db: Database, person: Person, serviceId: string): Loose[] =>
	db
		.select({ id: objectives.id, text: objectives.text, name: staff.name, team: teams.name })
		.from(objectives)
		.innerJoin(staff, eq(staff.id, objectives.staffId))
		.innerJoin(teams, eq(teams.id, staff.teamId))
		.where(
			and(
				eq(objectives.state, 'open'),
				isNull(objectives.strandId),
				isNull(staff.leftOn),
				or(eq(staff.personId, person.id), overStaff(person, 'run one-to-one')),
				serviceId ? eq(teams.serviceId, serviceId) : undefined
			)
		)
		.orderBy(asc(objectives.dueOn), asc(objectives.setAt))
		.limit(mostLoose)
		.all()
		.map(({ id, text, name, team }) => ({
			kind: 'objective',
			id,
			title: text,
			place: `Objective of ${name}, ${team}`,
			href: `/paf/one-to-ones/objectives/${id}`
		}));

/** The measures in use that prove nothing on the thread. They belong to the council, so to no single service. */
const looseMeasures = (db: Database, person: Person): Loose[] =>
	!seesMeasures(person)
		? []
		: db
				.select({ id: measures.id, key: measures.key, name: measures.name })
				.from(measures)
				.where(and(isNull(measures.retiredOn), sql`not ${tiedTo('measure', measures.id)}`))
				.orderBy(asc(measures.position), asc(measures.number))
				.all()
				.map(({ id, key, name }) => ({ kind: 'measure', id, title: name, place: 'Measure', href: `/measures/${key}` }));

/** What a person may know of that is tied to no strand: open actions, objectives and measures; of one service, or all. */
export const looseOf = (db: Database, person: Person, serviceId = ''): Loose[] => [
	...looseActions(db, person, serviceId),
	...looseObjectives(db, person, serviceId),
	...(serviceId ? [] : looseMeasures(db, person))
];
