import { eq, sql } from 'drizzle-orm';
import { people } from '#lib/domain/access/tables.ts';
import { services, teams } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { untilThreadChanges } from './stamp.server.ts';
import { strandParents, strands } from './tables.ts';
import { weave, type Thread } from './thread.ts';

const columns = {
	id: strands.id,
	number: strands.number,
	reference: strands.reference,
	level: strands.level,
	title: strands.title,
	why: strands.why,
	ownerId: strands.ownerId,
	owner: sql<string>`coalesce(${people.name}, ${strands.ownedBy})`,
	ownedBy: strands.ownedBy,
	fromOn: strands.fromOn,
	untilOn: strands.untilOn,
	serviceId: strands.serviceId,
	teamId: strands.teamId,
	place: sql<string>`trim(coalesce(${services.name}, '') || ' ' || coalesce(${teams.name}, ''))`,
	source: strands.source,
	position: strands.position,
	retiredOn: strands.retiredOn,
	version: strands.version
};

const read = (db: Database): Thread =>
	weave(
		db
			.select(columns)
			.from(strands)
			.leftJoin(people, eq(people.id, strands.ownerId))
			.leftJoin(services, eq(services.id, strands.serviceId))
			.leftJoin(teams, eq(teams.id, strands.teamId))
			.all(),
		db.select({ strandId: strandParents.strandId, parentId: strandParents.parentId }).from(strandParents).all()
	);

/** The whole thread, read once until something in it changes. What is read inside a write that may be undone is not kept. */
export const threadOf = (db: Database): Thread => untilThreadChanges(db, 'thread', () => read(db));
