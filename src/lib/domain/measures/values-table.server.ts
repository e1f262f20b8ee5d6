import { sql } from 'drizzle-orm';
import type { Database } from '#lib/server/database.ts';
import { rowsOf } from '#lib/server/prepared-query.ts';
import type { Channel } from '../journeys/channels.ts';
import type { Measure, Sight } from './finding.server.ts';
import type { Place } from './scope.ts';
import { releasedMonths } from './series.server.ts';
import { valueOf } from './value.ts';
import type { Origin } from './words.ts';

const columns = [
	{ key: 'period', label: 'Month', kind: 'text' },
	{ key: 'service', label: 'Service', kind: 'text', width: 28 },
	{ key: 'team', label: 'Team', kind: 'text' },
	{ key: 'channel', label: 'Channel', kind: 'text' },
	{ key: 'numerator', label: 'Numerator', kind: 'number' },
	{ key: 'denominator', label: 'Denominator', kind: 'number' },
	{ key: 'value', label: 'Value', kind: 'number', decimals: 2 },
	{ key: 'origin', label: 'How it came in', kind: 'text' },
	{ key: 'released', label: 'Released', kind: 'text' }
] as const;

type Row = {
	period: string;
	serviceId: string | null;
	service: string | null;
	team: string | null;
	channel: Channel | null;
	numerator: number;
	denominator: number | null;
	origin: Origin;
};

/**
 * The values of a measure that count, as they were entered, of the services a person sees: a table to take away, which can be
 * brought in again. The file's percentages have two decimals. DOMAIN section 8.
 */
export function valuesTable(db: Database, sight: Sight, measure: Measure, scope: Place) {
	const mine =
		sight.services === 'all'
			? sql`1`
			: sql`(p.service_id is null or p.service_id in (select value from json_each(${JSON.stringify(sight.services)})))`;
	const released = releasedMonths(db);
	const rows = rowsOf<Row>(
		db,
		sql`select v.period, p.service_id as serviceId, s.name as service, t.name as team, p.channel, v.numerator, v.denominator, e.origin
			from measure_place p cross join measure_value v on v.measure = ${measure.number} and v.place = p.id and v.superseded_in is null
			join measure_entry e on e.id = v.entry left join service s on s.id = p.service_id left join team t on t.id = p.team_id
			where ${mine} and (${scope.serviceId} is null or p.service_id = ${scope.serviceId}) and (${scope.teamId} is null or p.team_id = ${scope.teamId})
				and (${scope.channel} is null or p.channel = ${scope.channel})
			order by v.period desc, s.name, t.name, p.channel`
	).filter(({ period }) => !sight.releasedOnly || released.has(period));
	return {
		name: `Values of ${measure.name}`,
		columns,
		rows: rows.map((row) => ({ ...row, value: valueOf(measure.unit, row), released: released.has(row.period) ? 'yes' : 'no' }))
	};
}
