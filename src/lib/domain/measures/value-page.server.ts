import { asc, eq, sql } from 'drizzle-orm';
import { showMoment } from '#lib/domain/calendar/dates.ts';
import { teams } from '#lib/domain/organisation/tables.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import type { Database } from '#lib/server/database.ts';
import { rowsOf } from '#lib/server/prepared-query.ts';
import type { Channel } from '../journeys/channels.ts';
import type { Measure, Sight } from './finding.server.ts';
import { showPeriod } from './period.ts';
import { placeNumber } from './places.server.ts';
import { releaseOf } from './releasing.server.ts';
import { placeIn, type Scope } from './scope.ts';
import { pointOf, rowsAt } from './series.server.ts';
import { explainValue } from './standing.ts';
import { showWhole } from './value.ts';
import { originLabels } from './wording.ts';
import type { Origin } from './words.ts';

type Kept = {
	entry: number;
	numerator: number;
	denominator: number | null;
	supersededIn: number | null;
	origin: Origin;
	at: number;
	reason: string;
	by: string | null;
	endedAt: number | null;
	endReason: string | null;
	endedBy: string | null;
};

/** Every value a place ever had in a month, the latest first, with who entered it, how and why, and what ended it. */
function historyOf(db: Database, measure: Measure, scope: Scope, period: string) {
	const place = placeNumber(db, placeIn(scope));
	const rows = rowsOf<Kept>(
		db,
		sql`select v.entry, v.numerator, v.denominator, v.superseded_in as supersededIn, e.origin, e.at, e.reason, p.name as by,
				x.at as endedAt, x.reason as endReason, q.name as endedBy
			from measure_value v join measure_entry e on e.id = v.entry left join person p on p.id = e.person_id
			left join measure_entry x on x.id = v.superseded_in left join person q on q.id = x.person_id
			where v.measure = ${measure.number} and v.place = ${place} and v.period = ${period} order by v.entry desc`
	);
	return rows.map((row, at) => ({
		entry: row.entry,
		shown: showWhole(measure.unit, row),
		numerator: row.numerator,
		denominator: row.denominator,
		counts: row.supersededIn === null,
		how: originLabels[row.origin],
		by: row.by ?? (row.origin === 'computed' ? 'The workbench' : 'Somebody'),
		at: showMoment(row.at),
		reason: row.reason,
		// the row above it says what came instead, unless nothing did
		takenAway:
			row.supersededIn !== null && rows[at - 1]?.entry !== row.supersededIn
				? { by: row.endedBy ?? 'Somebody', at: showMoment(row.endedAt ?? 0), reason: row.endReason }
				: null
	}));
}

/** What the sum of a place in a month is made of: values of services, teams and channels, those the person sees. */
function partsOf(db: Database, measure: Measure, scope: Scope, period: string, sight: Sight) {
	const { serviceId, teamId, channel } = placeIn(scope);
	const mine = sight.services === 'all' ? sql`1` : sql`p.service_id in (select value from json_each(${JSON.stringify(sight.services)}))`;
	const rows = rowsOf<{
		serviceId: string | null;
		teamId: string | null;
		service: string | null;
		team: string | null;
		channel: Channel | null;
		numerator: number;
		denominator: number | null;
	}>(
		db,
		sql`select p.service_id as serviceId, p.team_id as teamId, s.name as service, t.name as team, p.channel, v.numerator, v.denominator
			from measure_place p cross join measure_value v on v.measure = ${measure.number} and v.place = p.id and v.period = ${period} and v.superseded_in is null
			left join service s on s.id = p.service_id left join team t on t.id = p.team_id
			where (${serviceId} is null or p.service_id = ${serviceId}) and (${teamId} is null or p.team_id = ${teamId}) and (${channel} is null or p.channel = ${channel}) and ${mine}
			order by s.name collate nocase, t.name, p.channel`
	);
	return rows.map(({ numerator, denominator, ...row }) => ({ ...row, shown: showWhole(measure.unit, { numerator, denominator }) }));
}

/** The teams of a service, open in a month, that have no value in a sum made of teams' values: it is of the others alone. */
function teamsWithout(db: Database, serviceId: string | null, period: string, parts: { teamId: string | null }[]): string[] {
	const counted = new Set(parts.flatMap(({ teamId }) => teamId ?? []));
	if (!serviceId || !counted.size) return [];
	return db
		.select()
		.from(teams)
		.where(eq(teams.serviceId, serviceId))
		.orderBy(asc(inAnyCase(teams.name)))
		.all()
		.filter(({ id, closedOn }) => !counted.has(id) && !(closedOn && closedOn <= `${period}-01`))
		.map(({ name }) => name);
}

/** The page of one value: how it is made, every value there ever was, and what it is the sum of. */
export function valuePage(db: Database, sight: Sight, measure: Measure, scope: Scope, period: string) {
	const row = rowsAt(db, [{ measure: measure.number, from: period }], scope, sight.releasedOnly).find((one) => one.period === period);
	const history = historyOf(db, measure, scope, period);
	const standing = history.find(({ counts }) => counts);
	const point = row ? pointOf(measure, row) : null;
	const release = releaseOf(db, period);
	const parts = !standing && point ? partsOf(db, measure, scope, period, sight) : [];
	return {
		name: showPeriod(period, measure.frequency),
		shown: point ? showWhole(measure.unit, point) : null,
		explain: point ? explainValue(measure, point) : [],
		standing: standing ? { numerator: standing.numerator, denominator: standing.denominator, entry: standing.entry } : null,
		history: sight.releasedOnly && !release ? [] : history,
		parts,
		without: scope.teamId ? [] : teamsWithout(db, scope.serviceId ?? null, period, parts),
		isSum: !standing && point !== null,
		released: release ? showMoment(release.releasedAt) : null
	};
}
