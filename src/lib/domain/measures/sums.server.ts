import { sql } from 'drizzle-orm';
import { record } from '#lib/domain/audit/recording.server.ts';
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

/** Every place with the places that count its values, as `placesAbove` says: each found by its own index. */
const above = `create temp table above as
	with kept (service, team, channel) as (values (1, 1, 1), (1, 0, 1), (0, 0, 1), (1, 1, 0), (1, 0, 0), (0, 0, 0))
	select distinct p.id as part, w.id as whole from measure_place p cross join kept k cross join measure_place w
	on coalesce(w.service_id, '') = iif(k.service, coalesce(p.service_id, ''), '')
	and coalesce(w.team_id, '') = iif(k.team, coalesce(p.team_id, ''), '')
	and coalesce(w.channel, '') = iif(k.channel, coalesce(p.channel, ''), '')
	where w.id <> p.id;
	create index temp.above_by_part on above (part, whole)`;
/** What the sums of one measure should be: one at a time, since all values at once are too many to sort. */
const ofMeasure = `insert into temp.wanted select v.measure, a.whole, v.period, count(*), sum(v.numerator), sum(coalesce(v.denominator, 0))
	from measure_value v cross join temp.above a on a.part = v.place where v.measure = ? and v.superseded_in is null group by 2, 3`;
const columns = 'measure, place, period, n, numerator, denominator';

/** Works all sums of measures out anew, lets them be looked at in `temp.wanted`, and forgets them. */
function withWanted<T>({ $client: client }: Database, look: () => T): T {
	client.exec(`${above}; create temp table wanted (${columns})`);
	try {
		const add = client.prepare(ofMeasure);
		for (const number of client.prepare<[], number>('select distinct measure from measure_value').pluck().all()) add.run(number);
		return look();
	} finally {
		client.exec('drop table temp.wanted; drop table temp.above');
	}
}

function difference({ $client: client }: Database) {
	const count = (query: string) => client.prepare<[], number>(`select count(*) from (${query})`).pluck().get() ?? 0;
	const [wanted, kept] = [`select ${columns} from temp.wanted`, `select ${columns} from measure_sum`];
	return [
		{ table: 'measure_sum', kept: count(kept), missing: count(`${wanted} except ${kept}`), tooMuch: count(`${kept} except ${wanted}`) }
	];
}

/** Works the sums of measures out anew from the values and compares them with those kept. */
export const compareMeasureSums = (db: Database) => withWanted(db, () => difference(db));

/** Puts the sums of measures right, in one transaction; gives what was wrong before. */
export const rebuildMeasureSums = (db: Database) =>
	write(db, (tx) =>
		withWanted(tx, () => {
			const before = difference(tx);
			tx.$client.exec(`delete from measure_sum; insert into measure_sum (${columns}) select ${columns} from temp.wanted`);
			// what is kept of the figures goes by the audit trail
			record(tx, null, 'worked the sums of measures out anew', { kind: 'values of measures', id: 'sums' });
			return before;
		})
	);
