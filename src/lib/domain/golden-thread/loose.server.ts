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

type Tied = typeof actions.id | typeof actions.recommendationId | typeof measures.id;
const tiedTo = (kind: string, thing: Tied) =>
	sql`exists (select 1 from ${strandTies} where ${strandTies.kind} = ${sql.raw(`'${kind}'`)} and ${strandTies.thing} = ${thing})`;

/** So many of each kind are listed; more are never read. */
export const mostLoose = 500;

type Of = { db: Database; person: Person; serviceId: string };
const all = sql<number>`count(*)`;

/** The open actions a person sees that are tied to no strand, neither themselves nor by the recommendation they came from. */
const actionsWhere = ({ person, serviceId }: Of) =>
	and(
		actionsInSight(person),
		stillOpen(actions.status),
		serviceId ? eq(actions.serviceId, serviceId) : undefined,
		sql`not ${tiedTo('action', actions.id)}`,
		sql`not ${tiedTo('recommendation', actions.recommendationId)}`
	);

const looseActions = (of: Of, most: number): Loose[] =>
	of.db
		.select({ id: actions.id, number: actions.number, title: actions.title, service: services.name })
		.from(actions)
		.innerJoin(services, eq(services.id, actions.serviceId))
		.where(actionsWhere(of))
		.orderBy(asc(actions.dueOn), asc(actions.number))
		.limit(most)
		.all()
		.map(({ id, number, title, service }) => ({
			kind: 'action',
			id,
			title,
			place: `Action ${number}, ${service}`,
			href: `/actions/${number}`
		}));

/** The open objectives that serve no strand, of the person and of whoever they lead: nobody else's. DOMAIN section 5.2. */
const objectivesWhere = ({ person, serviceId }: Of) =>
	and(
		eq(objectives.state, 'open'),
		isNull(objectives.strandId),
		isNull(staff.leftOn),
		or(eq(staff.personId, person.id), overStaff(person, 'run one-to-one')),
		serviceId ? eq(teams.serviceId, serviceId) : undefined
	);

const looseObjectives = (of: Of, most: number): Loose[] =>
	of.db
		.select({ id: objectives.id, text: objectives.text, name: staff.name, team: teams.name })
		.from(objectives)
		.innerJoin(staff, eq(staff.id, objectives.staffId))
		.innerJoin(teams, eq(teams.id, staff.teamId))
		.where(objectivesWhere(of))
		.orderBy(asc(objectives.dueOn), asc(objectives.setAt))
		.limit(most)
		.all()
		.map(({ id, text, name, team }) => ({
			kind: 'objective',
			id,
			title: text,
			place: `Objective of ${name}, ${team}`,
			href: `/paf/one-to-ones/objectives/${id}`
		}));

/** The measures in use that prove nothing on the thread. They belong to the council, so to no single service. */
const measuresWhere = () => and(isNull(measures.retiredOn), sql`not ${tiedTo('measure', measures.id)}`);
const listsMeasures = ({ person, serviceId }: Of) => !serviceId && seesMeasures(person);

const looseMeasures = (of: Of): Loose[] =>
	!listsMeasures(of)
		? []
		: of.db
				.select({ id: measures.id, key: measures.key, name: measures.name })
				.from(measures)
				.where(measuresWhere())
				.orderBy(asc(measures.position), asc(measures.number))
				.all()
				.map(({ id, key, name }) => ({ kind: 'measure', id, title: name, place: 'Measure', href: `/measures/${key}` }));

/** What a person may know of that is tied to no strand: open actions, objectives and measures; of one service, or all. */
export function looseOf(db: Database, person: Person, serviceId = '', most = mostLoose): Loose[] {
	const of = { db, person, serviceId };
	return [...looseActions(of, most), ...looseObjectives(of, most), ...looseMeasures(of)];
}

/** How many there are, however many: counted, not read. */
export function looseCount(db: Database, person: Person, serviceId = ''): number {
	const of = { db, person, serviceId };
	const counts = [
		db.select({ n: all }).from(actions).where(actionsWhere(of)).get(),
		db
			.select({ n: all })
			.from(objectives)
			.innerJoin(staff, eq(staff.id, objectives.staffId))
			.innerJoin(teams, eq(teams.id, staff.teamId))
			.where(objectivesWhere(of))
			.get(),
		listsMeasures(of) ? db.select({ n: all }).from(measures).where(measuresWhere()).get() : undefined
	];
	return counts.reduce((sum, row) => sum + (row?.n ?? 0), 0);
}
