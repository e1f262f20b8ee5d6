import { sql } from 'drizzle-orm';
import { scorecardVersions } from '#lib/domain/scorecards/tables.ts';
import { wilson, type ShareInterval } from '#lib/domain/statistics/wilson.ts';
import type { Database } from '#lib/server/database.ts';
import { openTeamMonths } from './summary-reading.server.ts';
import type { Scope } from './summary.ts';

/** A question of whatever version of its scorecard, 'paf-telephone/D1', and in how many of the contacts it was asked in it was met. */
export type QuestionKept = { thing: string; text: string; kept: ShareInterval };

/** Fewer than this and a share says too little, as for misses. */
const fewestAsked = 10;

/**
 * How often these questions were met, worth a half or more, in the months of the figures; only of teams and months of which
 * questions may be told: five people or more on every channel. DOMAIN section 5.2.
 */
export function questionsKept(db: Database, scope: Scope, things: readonly string[], today: string): QuestionKept[] {
	const pairs = openTeamMonths(db, scope, today);
	if (!pairs.length) return [];
	const rows = db.all<{ thing: string; card: string; question: string; asked: number; missed: number }>(sql`
		select v.scorecard || '/' || q.question as thing, max(q.scorecard_version_id) as card, q.question, sum(q.asked) as asked, sum(q.missed) as missed
		from json_each(${JSON.stringify(pairs)}) pair
		join paf_question_month q on q.team_id = pair.value ->> 0 and q.month = pair.value ->> 1
		join scorecard_version v on v.id = q.scorecard_version_id
		where v.scorecard || '/' || q.question in (select value from json_each(${JSON.stringify(things)}))
		group by 1 order by 1`);
	const cards = new Map(
		db
			.select({ id: scorecardVersions.id, document: scorecardVersions.document })
			.from(scorecardVersions)
			.where(sql`${scorecardVersions.id} in (select value from json_each(${JSON.stringify(rows.map(({ card }) => card))}))`)
			.all()
			.map(({ id, document }) => [id, document])
	);
	return rows.flatMap(({ thing, card, question, asked, missed }) => {
		const kept = asked >= fewestAsked ? wilson(asked - missed, asked) : null;
		const questions = cards.get(card)?.sections.flatMap((section) => section.questions) ?? [];
		return kept ? [{ thing, text: `${question} ${questions.find(({ id }) => id === question)?.text ?? ''}`, kept }] : [];
	});
}
