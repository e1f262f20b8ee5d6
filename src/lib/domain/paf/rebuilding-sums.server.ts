import { record } from '#lib/domain/audit/recording.server.ts';
import { write, type Database } from '#lib/server/database.ts';

/** The counted assessments with their counted forms, worked out from the assessments alone. */
const counted = `counted as (
	select a.staff_id, a.team_id, a.month, a.channel, f.id as form_id, f.scorecard_version_id, f.quality, f.access, f.failed
	from paf_assessment a
	join paf_month m on m.id = a.month_id
	join scored_form f on f.id = coalesce(a.changed_form_id, a.form_id)
	where a.released_at is not null and a.state <> 'upheld' and (a.selection = 'sampled' or m.chosen_count)
), each_channel as (select * from counted union all select staff_id, team_id, month, 'all', form_id, scorecard_version_id, quality, access, failed from counted)`;

const sums = `count(quality) as n, coalesce(sum(quality), 0) as quality, coalesce(sum(quality * quality), 0) as quality_squares,
	count(access) as access_n, coalesce(sum(access), 0) as access, sum(json_array_length(failed) > 0) as critical_failures`;
const notEmpty = 'having n > 0 or access_n > 0 or critical_failures > 0';

/** What each table of sums should hold, its key first. */
const shouldHold: Record<string, string> = {
	paf_staff_month: `with ${counted} select staff_id, month, team_id, channel, ${sums} from each_channel group by 1, 2, 3, 4 ${notEmpty}`,
	paf_team_month: `with ${counted} select team_id, month, channel, ${sums}, count(distinct case when quality is not null then staff_id end) as people
		from each_channel group by 1, 2, 3 ${notEmpty}`,
	paf_band_month: `with ${counted} select team_id, month, scorecard_version_id,
			coalesce((select json_extract(b.value, '$.id') from scorecard_version v, json_each(v.document, '$.bands') b
				where v.id = scorecard_version_id and round(json_extract(b.value, '$.from') * 100) <= quality order by json_extract(b.value, '$.from') desc limit 1), '') as band,
			count(*) as n
		from counted where quality is not null group by 1, 2, 3, 4`,
	paf_question_month: `with ${counted}, asked as materialized (
			select v.id as card, json_extract(q.value, '$.id') as question
			from scorecard_version v, json_each(v.document, '$.sections') s, json_each(s.value, '$.questions') q
			where v.use = 'PAF' and json_extract(q.value, '$.type') <> 'text'
		)
		select c.team_id, c.month, c.scorecard_version_id, asked.question, count(w.worth) as asked, count(*) - count(w.worth) as left_out,
			coalesce(sum(cast(round(w.worth * 1000000) as integer)), 0) as worth, coalesce(sum(round(w.worth * 1000000) < 500000), 0) as missed
		from counted c join asked on asked.card = c.scorecard_version_id
		left join form_answer w on w.form_id = c.form_id and w.question = asked.question
		group by 1, 2, 3, 4`
};
const columns = (db: Database, table: string) => (db.$client.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name);

export type Difference = { table: string; kept: number; missing: number; tooMuch: number };

/** Works one table of sums out anew beside it and compares them: a row counts once as missing and once as too much where it differs. */
function compareOne(db: Database, table: string): Difference {
	const names = columns(db, table).join(', ');
	const count = (sql: string) => db.$client.prepare<[], number>(`select count(*) from (${sql})`).pluck().get() ?? 0;
	db.$client.exec(`drop table if exists temp.wanted; create temp table wanted as select ${names} from (${shouldHold[table]})`);
	const [wanted, kept] = ['select * from temp.wanted', `select ${names} from ${table}`];
	return { table, kept: count(kept), missing: count(`${wanted} except ${kept}`), tooMuch: count(`${kept} except ${wanted}`) };
}

/** Works all sums out anew and compares them with those that are kept: rows that are missing, and rows that should not be so. */
export function compareSums(db: Database): Difference[] {
	const found = Object.keys(shouldHold).map((table) => compareOne(db, table));
	db.$client.exec('drop table temp.wanted');
	return found;
}

/** Puts the sums right from the assessments, in one transaction; gives what was wrong before. */
export const rebuildSums = (db: Database): Difference[] =>
	write(db, (tx) => {
		const before = Object.keys(shouldHold).map((table) => {
			const difference = compareOne(tx, table);
			const names = columns(tx, table).join(', ');
			if (difference.missing || difference.tooMuch)
				tx.$client.exec(`delete from ${table}; insert into ${table} (${names}) select ${names} from temp.wanted`);
			return difference;
		});
		tx.$client.exec('drop table temp.wanted');
		// what is kept of summaries goes by the audit trail
		record(tx, null, 'worked the sums of performance out anew', { kind: 'PAF sums', id: 'sums' });
		return before;
	});
