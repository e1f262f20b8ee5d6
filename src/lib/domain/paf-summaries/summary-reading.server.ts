import { and, between, eq, inArray, sql } from 'drizzle-orm';
import { services, staffMoves, teams } from '#lib/domain/organisation/tables.ts';
import { channels, type Channel } from '#lib/domain/journeys/channels.ts';
import { channelHeading } from '#lib/domain/paf-sheets/figures.ts';
import { monthsLater, showMonth } from '#lib/domain/paf/month.ts';
import { bandMonths, questionMonths, teamMonths } from '#lib/domain/paf/tables.ts';
import { scorecardVersions } from '#lib/domain/scorecards/tables.ts';
import { compareInWords, areApart } from '#lib/domain/statistics/apart.ts';
import type { MeanInterval } from '#lib/domain/statistics/mean-interval.ts';
import { wilson, type ShareInterval } from '#lib/domain/statistics/wilson.ts';
import { xmr, type Point, type Xmr } from '#lib/domain/statistics/xmr.ts';
import { betweenWrites } from '#lib/server/between-writes.ts';
import type { Database } from '#lib/server/database.ts';
import { added, gated, mayShowChannels, type Part, type Sum } from './gate.ts';
import { meanOfSums } from './mean-of-sums.ts';

/** So many months are looked back for the trend, and so many of the last make up the figures. */
const monthsBack = 24;
const monthsShown = 3;
const mostMisses = 10;
const mostComparisons = 12;

/** What is summed up: one team, one service, or the council. */
export type Scope = { of: 'team' | 'service'; id: string } | { of: 'council'; id: '' };

export type SummaryMean = { id: string; name: string; interval: MeanInterval | null; n: number; people: number };
export type Miss = { card: string; cardName: string; question: string; text: string; missed: number; asked: number; share: ShareInterval };

/** Performance in the last three months with enough people, without anybody's name. DOMAIN sections 1 and 5.2. */
export type PafSummary = {
	/** Oldest first; empty where there is nothing to show. */
	period: string[];
	total: SummaryMean | null;
	accessMean: number | null;
	accessN: number;
	criticalFailures: number;
	/** Empty where a channel is about fewer than five people. */
	byChannel: SummaryMean[];
	/** The teams of a service, the services of the council; by name. */
	parts: SummaryMean[];
	/** How many parts are in no figure, because they are about too few people. */
	leftOut: number;
	/** A difference only where two intervals do not overlap. */
	comparisons: string[];
	bands: { card: string; band: string; n: number; of: number }[];
	misses: Miss[];
	points: Point[];
	trend: Xmr | null;
};

type Row = Sum & { teamId: string; team: string; serviceId: string; service: string; month: string; channel: Channel | 'all' };

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

type Month = { month: string; total: Sum; parts: (Part & { name: string })[]; teams: Set<string>; leftOut: number };

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
function monthsOf(scope: Scope, rows: readonly Row[], moves: ReadonlyMap<string, number>): Month[] {
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

const meanNamed = (id: string, name: string, sums: readonly Sum[]): SummaryMean => ({
	id,
	name,
	interval: meanOfSums(added(sums)),
	n: added(sums).n,
	// whoever was there in the fullest month; months are not added, or one person would be several
	people: Math.max(0, ...sums.map(({ people }) => people))
});

/** The last months in a row, without a hole, as points of a trend. */
function pointsOf(months: readonly Month[]): Point[] {
	const run: Month[] = [];
	for (const month of months.toReversed()) {
		const later = run[0];
		if (later && monthsLater(month.month, 1) !== later.month) break;
		if (month.total.n < 2) break;
		run.unshift(month);
	}
	return run.map(({ month, total }) => ({ name: showMonth(month), value: total.quality / total.n / 100 }));
}

function comparisonsOf(parts: readonly SummaryMean[]): string[] {
	const withInterval = parts.filter(({ interval }) => interval);
	if (withInterval.length < 2) return [];
	const pairs = withInterval.flatMap((a, at) => withInterval.slice(at + 1).map((b) => [a, b] as const));
	const apart = pairs.filter(([a, b]) => a.interval && b.interval && areApart(a.interval, b.interval));
	if (!apart.length) return ['None can be told from another: every interval overlaps every other.'];
	const said = apart.slice(0, mostComparisons).map(([a, b]) => compareInWords(a, b));
	const more = apart.length - said.length;
	return [...said, ...(more ? [`${more} more pairs do not overlap.`] : []), 'All other pairs cannot be told apart.'];
}

/** Team and month, where every channel is about enough people: only there may questions and bands be told by scorecard. */
function openPairs(rows: readonly Row[], period: readonly Month[]): [string, string][] {
	const byPair = grouped(
		rows.filter(({ channel }) => channel !== 'all'),
		({ teamId, month }) => `${teamId} ${month}`
	);
	return period.flatMap(({ month, teams: shown }) =>
		[...shown].flatMap((teamId): [string, string][] => (mayShowChannels(byPair.get(`${teamId} ${month}`) ?? []) ? [[teamId, month]] : []))
	);
}

/** The summary of a team, a service or the council: from the sums kept by team and month alone, kept until anything is written. */
export const summaryOf = (db: Database, scope: Scope, today: string): PafSummary =>
	betweenWrites(db, `PAF summary ${scope.of} ${scope.id} ${today.slice(0, 7)}`, () => workOut(db, scope, today));

function workOut(db: Database, scope: Scope, today: string): PafSummary {
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

const among = (
	pairs: readonly [string, string][],
	teamId: typeof bandMonths.teamId | typeof questionMonths.teamId,
	month: typeof bandMonths.month | typeof questionMonths.month
) => sql`(${teamId}, ${month}) in (select value ->> 0, value ->> 1 from json_each(${JSON.stringify(pairs)}))`;

function cardsNamed(db: Database, ids: readonly string[]) {
	const { id, name, number, document } = scorecardVersions;
	const found = ids.length
		? db
				.select({ id, name, number, document })
				.from(scorecardVersions)
				.where(inArray(id, [...ids]))
				.all()
		: [];
	return new Map(found.map((card) => [card.id, { ...card, title: `${card.name} ${card.number}` }]));
}

/** How many scores fell into each band, each with how many there were on its scorecard; bands in their order, the lowest first. */
function bandsIn(db: Database, pairs: readonly [string, string][]): PafSummary['bands'] {
	if (!pairs.length) return [];
	const { scorecardVersionId, band, n, teamId, month } = bandMonths;
	const rows = db
		.select({ card: scorecardVersionId, band, n: sql<number>`sum(${n})` })
		.from(bandMonths)
		.where(among(pairs, teamId, month))
		.groupBy(scorecardVersionId, band)
		.all();
	return [...cardsNamed(db, [...new Set(rows.map(({ card }) => card))]).values()].flatMap(({ id, title, document }) => {
		const own = rows.filter(({ card }) => card === id);
		const of = own.reduce((sum, one) => sum + one.n, 0);
		return document.bands.map((one) => ({ card: title, band: one.name, n: own.find((row) => row.band === one.id)?.n ?? 0, of }));
	});
}

/** The questions missed most often, by the share of those asked; a question asked fewer than ten times says too little. */
function missesIn(db: Database, pairs: readonly [string, string][]): Miss[] {
	if (!pairs.length) return [];
	const { scorecardVersionId, question, asked, missed, teamId, month } = questionMonths;
	const rows = db
		.select({ card: scorecardVersionId, question, asked: sql<number>`sum(${asked})`, missed: sql<number>`sum(${missed})` })
		.from(questionMonths)
		.where(among(pairs, teamId, month))
		.groupBy(scorecardVersionId, question)
		.having(sql`sum(${missed}) > 0 and sum(${asked}) >= 10`)
		.orderBy(sql`1.0 * sum(${missed}) / sum(${asked}) desc`, scorecardVersionId, question)
		.all()
		.slice(0, mostMisses);
	const cards = cardsNamed(db, [...new Set(rows.map(({ card }) => card))]);
	return rows.flatMap((row) => {
		const card = cards.get(row.card);
		const share = wilson(row.missed, row.asked);
		const asked = card?.document.sections.flatMap(({ questions }) => questions).find(({ id }) => id === row.question);
		return card && share ? [{ ...row, cardName: card.title, text: asked?.text ?? row.question, share }] : [];
	});
}
