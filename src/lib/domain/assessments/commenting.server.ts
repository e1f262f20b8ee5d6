import { and, asc, count, eq, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Person } from '#lib/domain/access/person.ts';
import { people } from '#lib/domain/access/tables.ts';
import { now } from '#lib/server/clock.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { keptPerDatabase, write, type Database } from '#lib/server/database.ts';
import { criterionComments } from './tables.ts';

type Place = { assessmentId: string; criterion: string };

const resolver = alias(people, 'resolver');

const prepared = keptPerDatabase((db) => ({
	on: db
		.select({
			id: criterionComments.id,
			text: criterionComments.text,
			by: people.name,
			at: criterionComments.at,
			resolvedBy: resolver.name,
			resolvedAt: criterionComments.resolvedAt
		})
		.from(criterionComments)
		.innerJoin(people, eq(people.id, criterionComments.personId))
		.leftJoin(resolver, eq(resolver.id, criterionComments.resolvedBy))
		.where(
			and(
				eq(criterionComments.assessmentId, sql.placeholder('assessmentId')),
				eq(criterionComments.criterion, sql.placeholder('criterion'))
			)
		)
		.orderBy(asc(criterionComments.at))
		.prepare(),
	open: db
		.select({ criterion: criterionComments.criterion, open: count() })
		.from(criterionComments)
		.where(and(eq(criterionComments.assessmentId, sql.placeholder('assessmentId')), isNull(criterionComments.resolvedAt)))
		.groupBy(criterionComments.criterion)
		.prepare()
}));

/** What people working on a criterion said to each other, oldest first. Moments are in UTC. */
export const commentsOn = (db: Database, place: Place) => prepared(db).on.all(place);

/** How many comments are open on each criterion of an assessment that has some. */
export const openCommentsIn = (db: Database, assessmentId: string): Map<string, number> =>
	new Map(
		prepared(db)
			.open.all({ assessmentId })
			.map(({ criterion, open }) => [criterion, open])
	);

/** Says something about a criterion to those who work on it. It stays open until somebody resolves it. */
export function comment(db: Database, person: Person, place: Place, text: string): Outcome<{ id: string }> {
	return write(db, (tx) => {
		const { id } = tx
			.insert(criterionComments)
			.values({ ...place, text, personId: person.id, at: now() })
			.returning({ id: criterionComments.id })
			.get();
		record(
			tx,
			person,
			`commented on criterion ${place.criterion}`,
			{ kind: 'assessment', id: place.assessmentId },
			{ comment: { from: null, to: text } }
		);
		return done({ id });
	});
}

/** Marks a comment as resolved, or opens it again. Refused where there is no such comment on this criterion. */
export function resolveComment(db: Database, person: Person, place: Place, id: string, resolved: boolean): Outcome {
	return write(db, (tx) => {
		const { changes } = tx
			.update(criterionComments)
			.set(resolved ? { resolvedBy: person.id, resolvedAt: now() } : { resolvedBy: null, resolvedAt: null })
			.where(
				and(
					eq(criterionComments.id, id),
					eq(criterionComments.assessmentId, place.assessmentId),
					eq(criterionComments.criterion, place.criterion)
				)
			)
			.run();
		if (!changes) return refused('unknown', 'This comment is no longer here.');
		record(
			tx,
			person,
			`${resolved ? 'resolved' : 'opened again'} a comment on criterion ${place.criterion}`,
			{ kind: 'assessment', id: place.assessmentId },
			{ resolved: { from: !resolved, to: resolved } }
		);
		return done();
	});
}
