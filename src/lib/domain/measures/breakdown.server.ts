import { sql } from 'drizzle-orm';
import type { Database } from '#lib/server/database.ts';
import { rowsOf } from '#lib/server/prepared-query.ts';
import { channels, type Channel } from '../journeys/channels.ts';
import type { Measure } from './finding.server.ts';
import { addPeriods } from './period.ts';
import { placeIn, type Scope } from './scope.ts';
import { isMet, aimAt } from './target.ts';
import type { Target } from './targets.server.ts';
import { showTarget, showWhole, valueOf, type Counted } from './value.ts';

type Row = { of: string; period: string; numerator: number; denominator: number | null };

/** One part of a value: a channel or a service, with its target and the year before. */
export type Part = {
	of: string;
	numerator: number;
	denominator: number | null;
	value: number;
	shown: string;
	target: string | null;
	met: boolean | null;
	before: string | null;
};

/** Of the places whose rows `which` says, the values of two months: entered there, or summed. */
const partsAt = (
	db: Database,
	measure: number,
	periods: readonly [string, string],
	which: ReturnType<typeof sql>,
	of: ReturnType<typeof sql>
) =>
	rowsOf<Row>(
		db,
		sql`select ${of} as of, v.period, v.numerator, v.denominator from measure_place p cross join measure_value v
			on v.measure = ${measure} and v.place = p.id and v.period in (${periods[0]}, ${periods[1]}) and v.superseded_in is null where ${which}
		union all
		select ${of}, s.period, s.numerator, nullif(s.denominator, 0) from measure_place p cross join measure_sum s
			on s.measure = ${measure} and s.place = p.id and s.period in (${periods[0]}, ${periods[1]}) where ${which}`
	);

function partsOf(
	measure: Measure,
	rows: Row[],
	period: string,
	aims: readonly Target[],
	scopeOf: (of: string) => Scope
): Map<string, Part> {
	const before = new Map(rows.filter((row) => row.period !== period).map((row) => [row.of, row]));
	return new Map(
		rows
			.filter((row) => row.period === period)
			.map(({ of, numerator, denominator }) => {
				const counted: Counted = { numerator, denominator };
				const value = valueOf(measure.unit, counted);
				const aim = aimAt(aims, 'target', scopeOf(of), period);
				const target = aim && aim.hundredths / 100;
				const earlier = before.get(of);
				return [
					of,
					{
						of,
						...counted,
						value,
						shown: showWhole(measure.unit, counted),
						target: target === null ? null : showTarget(measure.unit, target),
						met: target === null ? null : isMet(value, target, measure.direction),
						before: earlier ? showWhole(measure.unit, earlier) : null
					}
				];
			})
	);
}

/** The value of a month by channel, for the council, a service or a team, in the channels' order. Empty where values have no channel. */
export function byChannel(db: Database, measure: Measure, scope: Scope, period: string, aims: readonly Target[]): Part[] {
	const { serviceId, teamId } = placeIn(scope);
	const which = sql`p.channel is not null and coalesce(p.service_id, '') = ${serviceId ?? ''} and coalesce(p.team_id, '') = ${teamId ?? ''}`;
	const rows = partsAt(db, measure.number, [period, addPeriods(period, -12)], which, sql`p.channel`);
	const parts = partsOf(measure, rows, period, aims, (channel) => ({ serviceId, teamId, channel: channel as Channel }));
	return channels.flatMap((channel) => parts.get(channel) ?? []);
}

/** The value of a month by service, over all channels or by one, for the services a person sees; by their ids. */
export function byService(
	db: Database,
	measure: Measure,
	channel: Channel | null,
	period: string,
	aims: readonly Target[],
	seen: 'all' | string[]
): Map<string, Part> {
	const mine = seen === 'all' ? sql`1` : sql`p.service_id in (select value from json_each(${JSON.stringify(seen)}))`;
	const which = sql`p.service_id is not null and p.team_id is null and coalesce(p.channel, '') = ${channel ?? ''} and ${mine}`;
	const rows = partsAt(db, measure.number, [period, addPeriods(period, -12)], which, sql`p.service_id`);
	return partsOf(measure, rows, period, aims, (serviceId) => ({ serviceId, channel }));
}

/** The value of a month by team of a service, over all channels or by one; by the teams' ids. Empty where values have no team. */
export function byTeam(
	db: Database,
	measure: Measure,
	serviceId: string,
	channel: Channel | null,
	period: string,
	aims: readonly Target[]
): Map<string, Part> {
	const which = sql`p.service_id = ${serviceId} and p.team_id is not null and coalesce(p.channel, '') = ${channel ?? ''}`;
	const rows = partsAt(db, measure.number, [period, addPeriods(period, -12)], which, sql`p.team_id`);
	return partsOf(measure, rows, period, aims, () => ({ serviceId, channel }));
}
