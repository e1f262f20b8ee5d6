import { sql, type SQL } from 'drizzle-orm';
import { rankOfSeverity } from '#lib/domain/findings/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { rowsOf, written } from '#lib/server/prepared-query.ts';
import type { ItemKind } from './words.ts';

/** Something that waits for the board: what it is, where it comes from. */
export type Waiting = {
	kind: ItemKind;
	thingId: string;
	/** In one line. */
	title: string;
	/** The journey or the cycle it comes from; for what was found elsewhere its service. */
	from: string;
	/** How severe a finding is; null for anything else. */
	severity: string | null;
};

/** No agenda that is still open has it, and no decision that stands keeps it from the board on `day`. */
const free = (kind: ItemKind, id: SQL, day: string, since: SQL = sql`0`) => sql`
	not exists (select 1 from agenda_item i join meeting m on m.id = i.meeting_id
		where i.kind = ${kind} and i.thing_id = ${id} and m.state = 'planned')
	and not exists (select 1 from agenda_item i join decision d on d.item_id = i.id
		where i.kind = ${kind} and i.thing_id = ${id} and d.decided_at >= ${since}
			and (d.decision <> 'defer' or d.deferred_to > ${day})
			and not exists (select 1 from decision later where later.supersedes_id = d.id))`;

const firstLine = (text: SQL) => sql`substr(${text}, 1, instr(${text} || char(10), char(10)) - 1)`;

/** A gap is the service's own to close; whatever else was found is the board's too, while its journey is not abandoned. */
const isForTheBoard = sql`f.source <> 'assessment' and f.withdrawn_reason is null and coalesce(j.state, '') <> 'abandoned'`;

/** What each kind of thing waits as; the statements are tested for their plans. */
export const waitingQueries = (day: string): Record<ItemKind, SQL> => ({
	finding: sql`
		select 'finding' as kind, f.id as thingId, ${firstLine(sql`f.what`)} as title, coalesce(j.name, s.name) as "from", f.severity
		from finding f join service s on s.id = f.service_id left join journey j on j.id = f.journey_id
		where ${isForTheBoard} and ${rankOfSeverity(sql`f.severity`)} <= 2 and ${free('finding', sql`f.id`, day)}
		order by ${rankOfSeverity(sql`f.severity`)}, f.found_at, f.id limit ${written(most)}`,
	recommendation: sql`
		select 'recommendation' as kind, r.id as thingId, ${firstLine(sql`r.text`)} as title, coalesce(j.name, s.name) as "from", null as severity
		from recommendation r join finding f on f.id = r.finding_id join service s on s.id = f.service_id left join journey j on j.id = f.journey_id
		where r.state in ('proposed', 'deferred') and ${isForTheBoard} and ${free('recommendation', sql`r.id`, day)}
		order by r.number limit ${written(most)}`,
	award: sql`
		select 'award' as kind, a.id as thingId,
			s.name || ': ' || coalesce(r.award, 'no award') || coalesce(', level ' || r.level, '') as title, c.name as "from", null as severity
		from assessment a join service s on s.id = a.service_id join cycle c on c.id = a.cycle_id
			left join result r on r.assessment_id = a.id and r.basis = 'agreed'
		where a.status = 'moderated' and c.closed_at is null and ${free('award', sql`a.id`, day, sql`coalesce(a.moderated_at, 0)`)}
		order by a.due_on, a.id limit ${written(most)}`,
	lesson: sql`
		select 'lesson' as kind, l.id as thingId, ${firstLine(sql`l.text`)} as title, j.name as "from", null as severity
		from lesson l join journey j on j.id = l.journey_id
		where l.taken_up_in is null and ${free('lesson', sql`l.id`, day)}
		order by l.noted_at, l.id limit ${written(most)}`
});

/** So many of a kind are shown; more come to the front as these are put on agendas. */
const most = 100;

/**
 * What waits for the board and can be put on the agenda of a meeting on `day`: proposed recommendations and those deferred
 * to that day or earlier, findings of high severity or worse that are not decided (but no gaps of assessments), moderated
 * assessments to sign off, lessons not taken up. Never what is on an open agenda already. DOMAIN section 4.
 */
export const whatWaits = (db: Database, day: string): Waiting[] =>
	Object.values(waitingQueries(day)).flatMap((query) => rowsOf<Waiting>(db, query));
