import type { Channel } from '../journeys/channels.ts';
import { monthsLater, showMonth } from '../paf/month.ts';
import type { Point } from '../statistics/xmr.ts';
import { gated, mayShowChannels, type Part, type Sum } from './gate.ts';
import type { Scope } from './summary.ts';

/** The kept sums of one team in one month, of one channel or of all. */
export type Row = Sum & { teamId: string; team: string; serviceId: string; service: string; month: string; channel: Channel | 'all' };

/** What may be shown of one month. */
export type Month = { month: string; total: Sum; parts: (Part & { name: string })[]; teams: Set<string>; leftOut: number };

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const row of rows) {
		const key = keyOf(row);
		const group = groups.get(key);
		if (group) group.push(row);
		else groups.set(key, [row]);
	}
	return groups;
}

/** What may be shown of each month, oldest first; months of which nothing may be shown are left out. */
export function monthsOf(scope: Scope, rows: readonly Row[], moves: ReadonlyMap<string, number>): Month[] {
	const found: Month[] = [];
	for (const [month, all] of [
		...grouped(
			rows.filter(({ channel }) => channel === 'all'),
			(row) => row.month
		)
	].sort(([a], [b]) => (a < b ? -1 : 1))) {
		const moved = moves.get(month) ?? 0;
		const teamsShown = new Set<string>();
		let leftOut = 0;
		const named = new Map(all.map((row) => (scope.of === 'council' ? [row.serviceId, row.service] : [row.teamId, row.team])));
		const parts: Part[] = [];
		if (scope.of === 'council') {
			for (const [serviceId, own] of grouped(all, (row) => row.serviceId)) {
				const inside = gated(
					own.map((sum) => ({ id: sum.teamId, sum })),
					moved
				);
				inside.shown.forEach(({ id }) => teamsShown.add(id));
				if (inside.total) parts.push({ id: serviceId, sum: inside.total });
				else leftOut += own.length ? 1 : 0;
			}
		} else parts.push(...all.map((sum) => ({ id: sum.teamId, sum })));
		const whole = gated(parts, moved);
		if (scope.of !== 'council') whole.shown.forEach(({ id }) => teamsShown.add(id));
		if (whole.total)
			found.push({
				month,
				total: whole.total,
				parts: whole.shown.map((part) => ({ ...part, name: named.get(part.id) ?? '' })),
				teams: teamsShown,
				leftOut: leftOut + whole.leftOut
			});
	}
	return found;
}

/** The last months in a row, without a hole, as points of a trend. */
export function pointsOf(months: readonly Month[]): Point[] {
	const run: Month[] = [];
	for (const month of months.toReversed()) {
		const later = run[0];
		if (later && monthsLater(month.month, 1) !== later.month) break;
		if (month.total.n < 2) break;
		run.unshift(month);
	}
	return run.map(({ month, total }) => ({ name: showMonth(month), value: total.quality / total.n / 100 }));
}

/** Team and month, where every channel is about enough people: only there may questions and bands be told by scorecard. */
export function openPairs(rows: readonly Row[], period: readonly Month[]): [string, string][] {
	const byPair = grouped(
		rows.filter(({ channel }) => channel !== 'all'),
		({ teamId, month }) => `${teamId} ${month}`
	);
	return period.flatMap(({ month, teams: shown }) =>
		[...shown].flatMap((teamId): [string, string][] => (mayShowChannels(byPair.get(`${teamId} ${month}`) ?? []) ? [[teamId, month]] : []))
	);
}
