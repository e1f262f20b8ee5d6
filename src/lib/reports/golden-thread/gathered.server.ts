import { and, asc, eq, inArray, isNull, ne } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { inSight as actionsInSight, statusShown } from '#lib/domain/actions/narrowing.server.ts';
import { actions } from '#lib/domain/actions/tables.ts';
import { strandTies } from '#lib/domain/golden-thread/tables.ts';
import type { TieKind } from '#lib/domain/golden-thread/ties.ts';
import { objectives } from '#lib/domain/one-to-ones/tables.ts';
import { services, staff } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import type { ThreadScope } from './scope.server.ts';

/** So many actions are read up from, one by one. */
export const mostActions = 2000;

/** What is tied to each strand of one kind: things by the strand's id. One query. */
export function tiesByStrand(db: Database, kind: TieKind): Map<string, string[]> {
	const found = new Map<string, string[]>();
	for (const { strandId, thing } of db
		.select({ strandId: strandTies.strandId, thing: strandTies.thing })
		.from(strandTies)
		.where(eq(strandTies.kind, kind))
		.orderBy(asc(strandTies.thing))
		.all())
		found.set(strandId, [...(found.get(strandId) ?? []), thing]);
	return found;
}

/** The actions of the scope that the person sees, those dropped left out, by due date. */
export const actionsOf = (db: Database, person: Person, { serviceId, isOwn }: ThreadScope, today: string) =>
	db
		.select({
			id: actions.id,
			number: actions.number,
			title: actions.title,
			service: services.name,
			dueOn: actions.dueOn,
			status: statusShown(today),
			recommendationId: actions.recommendationId
		})
		.from(actions)
		.innerJoin(services, eq(services.id, actions.serviceId))
		.where(
			and(
				actionsInSight(person),
				ne(actions.status, 'dropped'),
				serviceId ? eq(actions.serviceId, serviceId) : undefined,
				isOwn ? eq(actions.ownerId, person.id) : undefined
			)
		)
		.orderBy(asc(actions.dueOn), asc(actions.number))
		.limit(mostActions)
		.all();
export type ActionOnThread = ReturnType<typeof actionsOf>[number];

/** One's own objectives, agreed in one-to-ones and not dropped, open ones first; nobody else's, whoever asks. DOMAIN section 5.2. */
export const ownObjectives = (db: Database, person: Person) =>
	db
		.select({ id: objectives.id, text: objectives.text, state: objectives.state, strandId: objectives.strandId, dueOn: objectives.dueOn })
		.from(objectives)
		.where(
			and(
				ne(objectives.state, 'dropped'),
				inArray(
					objectives.staffId,
					db
						.select({ id: staff.id })
						.from(staff)
						.where(and(eq(staff.personId, person.id), isNull(staff.leftOn)))
				)
			)
		)
		.orderBy(asc(objectives.closedOn), asc(objectives.dueOn))
		.all();
export type OwnObjective = ReturnType<typeof ownObjectives>[number];
