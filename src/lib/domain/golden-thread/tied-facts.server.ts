import { sql } from 'drizzle-orm';
import { rowsOf } from '#lib/server/prepared-query.ts';
import type { Database } from '#lib/server/database.ts';
import type { TiedFacts } from './coverage.ts';
import { untilThreadChanges } from './stamp.server.ts';

/*
 * What is done for a strand: actions that are not dropped, recommendations not withdrawn, journeys not abandoned, and
 * objectives of one-to-ones. Of an objective it is only counted that it is there, never whose it is.
 */
const serving = sql`
	select strand_id as id, count(*) as n from (
		select t.strand_id from strand_tie t join action a on a.id = t.thing where t.kind = 'action' and a.status <> 'dropped'
		union all
		select t.strand_id from strand_tie t join recommendation r on r.id = t.thing where t.kind = 'recommendation' and r.state <> 'withdrawn'
		union all
		select t.strand_id from strand_tie t join journey j on j.id = t.thing where t.kind = 'journey' and j.state <> 'abandoned'
		union all
		select o.strand_id from objective o where o.strand_id is not null
	) group by strand_id`;

/* What shows how far a strand is kept: measures in use; for an individual objective also the questions its behaviour is scored by. */
const measured = sql`
	select strand_id as id, count(*) as n from (
		select t.strand_id from strand_tie t join measure m on m.id = t.thing where t.kind = 'measure' and m.retired_on is null
		union all
		select t.strand_id from strand_tie t join strand s on s.id = t.strand_id where t.kind = 'question' and s.level = 'individual objective'
	) group by strand_id`;

const counted = (rows: { id: string; n: number }[]) => new Map(rows.map(({ id, n }) => [id, n]));

/** How much is done for each strand, and how much measures it: what coverage and breaks are worked out from. */
export const tiedFacts = (db: Database): TiedFacts =>
	untilThreadChanges(db, 'tied facts', () => ({
		serving: counted(rowsOf(db, serving)),
		measured: counted(rowsOf(db, measured))
	}));
