import { and, between, eq, sql } from 'drizzle-orm';
import { services, staffMoves, teams } from '#lib/domain/organisation/tables.ts';
import { channels } from '#lib/domain/journeys/channels.ts';
import { channelHeading } from '#lib/domain/paf-sheets/figures.ts';
import { monthsLater } from '#lib/domain/paf/month.ts';
import { xmr } from '#lib/domain/statistics/xmr.ts';
import type { Database } from '#lib/server/database.ts';
import { comparisonsOf } from './comparing.ts';
import { bandsIn, missesIn } from './bands-and-misses.server.ts';
import { added } from './gate.ts';
import { meanNamed } from './mean-of-sums.ts';
import { monthsOf, openPairs, pointsOf, type Row } from './months-shown.ts';
import type { PafSummary, Scope } from './summary.ts';
import { teamMonths } from './tables.ts';

/** So many months are looked back for the trend, and so many of the last make up the figures. */
const monthsBack = 24;
const monthsShown = 3;

function rowsIn(db: Database, scope: Scope, from: string, to: string): Row[] {
	const within = scope.of === 'team' ? eq(teams.id, scope.id) : scope.of === 'service' ? eq(teams.serviceId, scope.id) : undefined;
	const { n, quality, qualitySquares, accessN, access, criticalFailures, people, month, channel, teamId } = teamMonths;
	return db
		.select({
			teamId,
			team: teams.name,
			serviceId: services.id,
			service: services.name,
			month,
			channel,
			n,
			quality,
			qualitySquares,
			accessN,
			access,
			criticalFailures,
			people
		})
		.from(teamMonths)
		.innerJoin(teams, eq(teams.id, teamId))
		.innerJoin(services, eq(services.id, teams.serviceId))
		.where(and(between(month, from, to), within))
		.all();
}

/** How many people changed team in each month: each may be counted in two of them. */
const movesIn = (db: Database, from: string): Map<string, number> =>
	new Map(
		db
			.select({ month: sql<string>`substr(${staffMoves.movedOn}, 1, 7)`, n: sql<number>`count(*)` })
			.from(staffMoves)
			.where(sql`${staffMoves.movedOn} >= ${from}`)
			.groupBy(sql`substr(${staffMoves.movedOn}, 1, 7)`)
			.all()
			.map(({ month, n }) => [month, n])
	);

/** Team and month of the figures' months of which questions and bands may be told: every channel in them is about enough people. */
export function openTeamMonths(db: Database, scope: Scope, today: string): [string, string][] {
	const to = today.slice(0, 7);
	const from = monthsLater(to, 1 - monthsBack);
	const rows = rowsIn(db, scope, from, to);
	return openPairs(rows, monthsOf(scope, rows, movesIn(db, from)).slice(-monthsShown));
}

/** The summary of a team, a service or the council: from the sums kept by team and month alone. */
export function summaryOf(db: Database, scope: Scope, today: string): PafSummary {
	const to = today.slice(0, 7);
	const from = monthsLater(to, 1 - monthsBack);
	const rows = rowsIn(db, scope, from, to);
	const months = monthsOf(scope, rows, movesIn(db, from));
	const period = months.slice(-monthsShown);
	const totals = period.map(({ total }) => total);
	const whole = added(totals);
	const pairs = openPairs(rows, period);
	const open = new Set(pairs.map(([teamId, month]) => `${teamId} ${month}`));
	const inPairs = rows.filter(({ teamId, month, channel, n }) => channel !== 'all' && n > 0 && open.has(`${teamId} ${month}`));
	const partIds = [...new Map(period.flatMap(({ parts }) => parts.map(({ id, name }) => [id, name] as const)))];
	const parts =
		scope.of === 'team'
			? []
			: partIds
					.map(([id, name]) =>
						meanNamed(
							id,
							name,
							period.flatMap((month) => month.parts.filter((part) => part.id === id).map(({ sum }) => sum))
						)
					)
					.sort((a, b) => a.name.localeCompare(b.name));
	const points = pointsOf(months);
	return {
		period: period.map(({ month }) => month),
		total: period.length ? meanNamed(scope.id, 'All', totals) : null,
		accessMean: whole.accessN >= 2 ? whole.access / whole.accessN / 100 : null,
		accessN: whole.accessN,
		criticalFailures: whole.criticalFailures,
		byChannel: channels.flatMap((channel) => {
			const own = inPairs.filter((row) => row.channel === channel);
			return own.length ? [meanNamed(channel, channelHeading(channel), own)] : [];
		}),
		parts,
		leftOut: Math.max(0, ...period.map(({ leftOut }) => leftOut)),
		comparisons: comparisonsOf(parts),
		bands: bandsIn(db, pairs),
		misses: missesIn(db, pairs),
		points,
		trend: xmr(points, [0, 100])
	};
}
