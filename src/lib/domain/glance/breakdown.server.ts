import { sql, type SQL } from 'drizzle-orm';
import type { Database } from '#lib/server/database.ts';
import { rowsOf } from '#lib/server/prepared-query.ts';
import type { Channel } from '../journeys/channels.ts';
import type { Place } from '../measures/scope.ts';
import type { Span } from './over-months.ts';

/** What was counted of a measure at one part of a place in one span; `span` is its place in the list asked for. */
export type PartSum = {
	measure: number;
	serviceId: string | null;
	teamId: string | null;
	channel: Channel | null;
	span: number;
	months: number;
	numerator: number;
	denominator: number | null;
};

const same = (column: SQL, value: string | null) => sql`coalesce(${column}, '') = ${value ?? ''}`;

/** The places a place is made of: its channels; of a council its services, of a service its teams. */
function partsOf({ serviceId, teamId, channel }: Place, by: 'channel' | 'unit'): SQL {
	if (by === 'channel')
		return sql`${same(sql`service_id`, serviceId)} and ${same(sql`team_id`, teamId)} and ${channel ? sql`channel = ${channel}` : sql`channel is not null`}`;
	const below = serviceId
		? sql`${same(sql`service_id`, serviceId)} and coalesce(team_id, '') <> ''`
		: sql`coalesce(service_id, '') <> '' and coalesce(team_id, '') = ''`;
	return sql`${below} and ${same(sql`channel`, channel)}`;
}

/** Measures by the parts of a place, summed over each span: one query, which reads a stretch of the values for each. `releasedOnly` for who reads released months alone. */
export function sumsByPart(
	db: Database,
	measures: readonly number[],
	place: Place,
	by: 'channel' | 'unit',
	spans: readonly (Span | null)[],
	releasedOnly = false
): PartSum[] {
	if (!measures.length) return [];
	const wanted = JSON.stringify(spans.flatMap((span, at) => (span ? [[at, span.from, span.to]] : [])));
	const released = releasedOnly ? sql`and v.period in (select period from measure_release)` : sql``;
	const stretch = (table: SQL, condition: SQL) => sql`
		select j.value as measure, p.id as place, w.value ->> 0 as span, v.numerator, v.denominator
		from part p cross join json_each(${JSON.stringify(measures)}) j cross join json_each(${wanted}) w
			cross join ${table} v on v.measure = j.value and v.place = p.id and v.period between w.value ->> 1 and w.value ->> 2 ${condition} ${released}`;
	return rowsOf<PartSum>(
		db,
		sql`with part as materialized (select id, service_id, team_id, channel from measure_place where ${partsOf(place, by)})
		select v.measure, p.service_id as serviceId, p.team_id as teamId, p.channel, v.span,
			count(*) as months, sum(v.numerator) as numerator, nullif(sum(coalesce(v.denominator, 0)), 0) as denominator
		from (${stretch(sql`measure_value`, sql`and v.superseded_in is null`)} union all ${stretch(sql`measure_sum`, sql``)}) v
			join part p on p.id = v.place
		group by v.measure, v.place, v.span order by v.measure, v.place, v.span`
	);
}

/** The first month from which a measure has values at a place; null where it has none. */
export const firstMonth = (db: Database, measure: number, place: number): string | null =>
	rowsOf<{ first: string | null }>(
		db,
		sql`select min(period) as first from (
			select min(period) as period from measure_value where measure = ${measure} and place = ${place} and superseded_in is null
			union all select min(period) from measure_sum where measure = ${measure} and place = ${place})`
	)[0]?.first ?? null;
