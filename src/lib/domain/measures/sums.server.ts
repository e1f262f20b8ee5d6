import { sql } from 'drizzle-orm';
import { write, type Database, type Transaction } from '#lib/server/database.ts';

/** What is added to one sum; all of it negative where values leave. */
export type Delta = { measure: number; place: number; period: string; n: number; numerator: number; denominator: number };

/** Adds to the sums; one that has no values left goes. In the transaction that changes the values. */
export function addToSums(tx: Transaction, deltas: Iterable<Delta>): void {
	const list = JSON.stringify(
		[...deltas].map(({ measure, place, period, n, numerator, denominator }) => [measure, place, period, n, numerator, denominator])
	);
	tx.run(sql`insert into measure_sum (measure, place, period, n, numerator, denominator)
		select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5 from json_each(${list}) where true
		on conflict (measure, place, period) do update set
			n = n + excluded.n, numerator = numerator + excluded.numerator, denominator = denominator + excluded.denominator`);
	tx.run(
		sql`delete from measure_sum where n = 0 and (measure, place, period) in (select value ->> 0, value ->> 1, value ->> 2 from json_each(${list}))`
	);
}

/** Every place with the places that count its values: as `placesAbove` says, in SQL. */
const above = `above as (
	select p.id as part, w.id as whole from measure_place p join measure_place w
	on w.id <> p.id
	and (w.channel is p.channel or w.channel is null)
	and ((w.service_id is p.service_id and w.team_id is p.team_id) or (w.service_id is p.service_id and w.team_id is null) or w.service_id is null)
)`;
const shouldHold = `with ${above} select v.measure, a.whole as place, v.period, count(*) as n, sum(v.numerator) as numerator, sum(coalesce(v.denominator, 0)) as denominator
	from measure_value v join above a on a.part = v.place where v.superseded_in is null group by 1, 2, 3`;
const columns = 'measure, place, period, n, numerator, denominator';

/** Works the sums of measures out anew from the values and compares them with those kept. */
export function compareMeasureSums(db: Database) {
	const count = (query: string) => db.$client.prepare<[], number>(`select count(*) from (${query})`).pluck().get() ?? 0;
	const [wanted, kept] = [`select ${columns} from (${shouldHold})`, `select ${columns} from measure_sum`];
	return [
		{ table: 'measure_sum', kept: count(kept), missing: count(`${wanted} except ${kept}`), tooMuch: count(`${kept} except ${wanted}`) }
	];
}

/** Puts the sums of measures right, in one transaction; gives what was wrong before. */
export const rebuildMeasureSums = (db: Database) =>
	write(db, (tx) => {
		const before = compareMeasureSums(tx);
		tx.$client.exec(`delete from measure_sum; insert into measure_sum (${columns}) ${shouldHold};`);
		return before;
	});
