import { sql } from 'drizzle-orm';
import type { Database } from '#lib/server/database.ts';
import { rowsOf } from '#lib/server/prepared-query.ts';
import type { DecisionKind } from './words.ts';
import { decisionMarks } from './wording.ts';

/**
 * What the board decided about lessons that no version of the toolkit has taken up, by the lesson's id: 'Accepted by the
 * board, decision 5'. Only the decision that stands. DOMAIN section 4.
 */
export function decidedAboutLessons(db: Database): Record<string, string> {
	const rows = rowsOf<{ id: string; number: number; decision: DecisionKind }>(
		db,
		sql`
		select l.id, d.number, d.decision from lesson l
		join agenda_item i on i.kind = 'lesson' and i.thing_id = l.id
		join decision d on d.item_id = i.id
		where l.taken_up_in is null and not exists (select 1 from decision later where later.supersedes_id = d.id)`
	);
	return Object.fromEntries(
		rows.map(({ id, number, decision }) => [id, `${decisionMarks[decision].text} by the board, decision ${number}`])
	);
}
