import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { people } from '#lib/domain/access/tables.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import { write, type Database } from '#lib/server/database.ts';
import { refusedUnlessOpen } from './open.server.ts';
import { journeyTeam } from './tables.ts';

/** Who reviews a journey, by name, and what each does in it. */
export const teamOf = (db: Database, journeyId: string) =>
	db
		.select({ id: people.id, name: people.name, jobTitle: people.jobTitle, part: journeyTeam.part })
		.from(journeyTeam)
		.innerJoin(people, eq(people.id, journeyTeam.personId))
		.where(eq(journeyTeam.journeyId, journeyId))
		.orderBy(asc(inAnyCase(people.name)), asc(people.id))
		.all();

/** Takes somebody into the team, or changes what they do in it. Refused for who cannot sign in. They see the journey from then on. */
export function joinTeam(db: Database, person: Person, journeyId: string, { personId, part }: { personId: string; part: string }): Outcome {
	return write(db, (tx) => {
		const closed = refusedUnlessOpen(tx, journeyId);
		if (closed) return closed;
		const before = teamOf(tx, journeyId).find(({ id }) => id === personId);
		if (before?.part === part) return done();
		const joining = tx
			.select({ name: people.name })
			.from(people)
			.where(and(eq(people.id, personId), isNull(people.deactivatedAt)))
			.get();
		if (!joining) return refused('unknown-person', 'Choose a person who can sign in', 'personId');
		tx.insert(journeyTeam)
			.values({ journeyId, personId, part })
			.onConflictDoUpdate({ target: [journeyTeam.journeyId, journeyTeam.personId], set: { part } })
			.run();
		const change = { [joining.name]: { from: before?.part ?? null, to: part || 'in the team' } };
		record(tx, person, 'changed the team of journey', { kind: 'journey', id: journeyId }, change);
		return done();
	});
}

/** Takes somebody out of the team; who is not in it changes nothing. The last one stays, so that somebody answers for the review. */
export function leaveTeam(db: Database, person: Person, journeyId: string, personId: string): Outcome {
	return write(db, (tx) => {
		const closed = refusedUnlessOpen(tx, journeyId);
		if (closed) return closed;
		const team = teamOf(tx, journeyId);
		const leaving = team.find(({ id }) => id === personId);
		if (!leaving) return done();
		if (team.length === 1) return refused('last-one', 'Add somebody else before you take the last person out of the team', 'personId');
		tx.delete(journeyTeam)
			.where(and(eq(journeyTeam.journeyId, journeyId), eq(journeyTeam.personId, personId)))
			.run();
		record(
			tx,
			person,
			'changed the team of journey',
			{ kind: 'journey', id: journeyId },
			{ [leaving.name]: { from: leaving.part || 'in the team', to: null } }
		);
		return done();
	});
}
