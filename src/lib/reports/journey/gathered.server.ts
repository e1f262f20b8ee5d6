import { asc, eq, inArray, or } from 'drizzle-orm';
import { people } from '#lib/domain/access/tables.ts';
import { statusOn } from '#lib/domain/actions/status.ts';
import { actions } from '#lib/domain/actions/tables.ts';
import { agendaItems, decisions, meetings } from '#lib/domain/board/tables.ts';
import { findings, recommendations } from '#lib/domain/findings/tables.ts';
import { journeyMethods, journeyServices, journeyTeam, lessons, personas, principleRatings } from '#lib/domain/journeys/tables.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import type { Database } from '#lib/server/database.ts';

/** The personas of a journey, in their order. */
export const personasOf = (db: Database, journeyId: string) =>
	db.select().from(personas).where(eq(personas.journeyId, journeyId)).orderBy(asc(personas.position)).all();

/** The methods used, by day. */
export const methodsOf = (db: Database, journeyId: string) =>
	db.select().from(journeyMethods).where(eq(journeyMethods.journeyId, journeyId)).orderBy(asc(journeyMethods.heldOn)).all();

/** The services a journey crosses, by name. */
export const servicesCrossed = (db: Database, journeyId: string) =>
	db
		.select({ name: services.name })
		.from(journeyServices)
		.innerJoin(services, eq(services.id, journeyServices.serviceId))
		.where(eq(journeyServices.journeyId, journeyId))
		.orderBy(inAnyCase(services.name))
		.all()
		.map(({ name }) => name);

/** Who reviews it and what they do, by name. */
export const teamOf = (db: Database, journeyId: string) =>
	db
		.select({ name: people.name, part: journeyTeam.part })
		.from(journeyTeam)
		.innerJoin(people, eq(people.id, journeyTeam.personId))
		.where(eq(journeyTeam.journeyId, journeyId))
		.orderBy(inAnyCase(people.name))
		.all();

/** The lessons learned, in the order they were noted. */
export const lessonsOf = (db: Database, journeyId: string) =>
	db.select().from(lessons).where(eq(lessons.journeyId, journeyId)).orderBy(asc(lessons.notedAt)).all();

/** How each principle was rated. */
export const principleRatingsOf = (db: Database, journeyId: string) =>
	db.select().from(principleRatings).where(eq(principleRatings.journeyId, journeyId)).all();

const found = (db: Database, journeyId: string) => db.select({ id: findings.id }).from(findings).where(eq(findings.journeyId, journeyId));
const recommended = (db: Database, journeyId: string) =>
	db
		.select({ id: recommendations.id })
		.from(recommendations)
		.where(inArray(recommendations.findingId, found(db, journeyId)));

/** Everything the board decided about a journey's findings, recommendations and lessons, the earliest first. */
export const decisionsOf = (db: Database, journeyId: string) =>
	db
		.select({
			number: decisions.number,
			decision: decisions.decision,
			title: agendaItems.title,
			kind: agendaItems.kind,
			decidedOn: decisions.decidedOn,
			meeting: meetings.number,
			changes: decisions.changes,
			reason: decisions.reason,
			deferredTo: decisions.deferredTo,
			decidedBy: people.name
		})
		.from(decisions)
		.innerJoin(agendaItems, eq(agendaItems.id, decisions.itemId))
		.innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
		.innerJoin(people, eq(people.id, decisions.decidedBy))
		.where(
			or(
				inArray(agendaItems.thingId, found(db, journeyId)),
				inArray(agendaItems.thingId, recommended(db, journeyId)),
				inArray(agendaItems.thingId, db.select({ id: lessons.id }).from(lessons).where(eq(lessons.journeyId, journeyId)))
			)
		)
		.orderBy(asc(decisions.number))
		.all();

/** The actions that came of a journey's recommendations, by due date, as they stand today. */
export const actionsOf = (db: Database, journeyId: string, today: string) =>
	db
		.select({
			number: actions.number,
			title: actions.title,
			owner: people.name,
			dueOn: actions.dueOn,
			status: actions.status,
			completedOn: actions.completedOn,
			measure: actions.measure,
			baseline: actions.baseline,
			target: actions.target,
			outcome: actions.outcome,
			outcomeText: actions.outcomeText
		})
		.from(actions)
		.innerJoin(people, eq(people.id, actions.ownerId))
		.where(inArray(actions.recommendationId, recommended(db, journeyId)))
		.orderBy(asc(actions.dueOn), asc(actions.number))
		.all()
		.map((action) => ({ ...action, status: statusOn(action, today) }));
